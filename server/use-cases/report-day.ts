import { ok, refuse } from '@domain/result';
import { addDays, dateText, monthOf, parseLocalDate } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';
import type { OutputOf } from '@contract/contract';
import { toneOf, wordOf } from '../attendance/day-words';
import type { JudgedDay } from '../attendance/judged-days';
import { recentOrganisation, todayIn } from '../organisation';
import { judgedPeople } from '../reports/judged-people';
import { reportScope } from '../reports/report-scope';
import { type Answer, useCase } from '../use-case';

type Row = OutputOf<'report.day'>['rows'][number];

/** 出勤情况: one day as it stands now, person by person; whoever needs looking at stands first. */
export const reportDay = useCase('report.day', {
  async run(ports, { employment }, input): Promise<Answer<'report.day'>> {
    const org = await recentOrganisation(ports);
    const scope = reportScope(org, employment);
    if (!scope) return refuse('report.not-yours', {});
    const today = todayIn(org.zone, ports.clock.now());
    const date = parseLocalDate(input.date ?? '') ?? today;
    const { people, next } = await judgedPeople(ports, org, scope, monthOf(date), input.after);
    const rows = people.flatMap(({ employment: one, days }): Row[] => {
      const day = days.find((judged) => judged.date === date);
      if (!day) return [];
      return [
        {
          employmentId: one._id,
          name: one.name,
          departmentName: org.departmentName(one, date),
          tone: toneOf(day.verdict),
          word: wordOf(day.verdict),
          cardsText: cardsText(day),
        },
      ];
    });
    return ok({
      date,
      dateText: dateText(date),
      scopeText: scope.text,
      counts: countsOf(rows),
      rows: [...rows].sort((a, b) => URGENCY.indexOf(a.tone) - URGENCY.indexOf(b.tone)),
      previousDate: addDays(date, -1),
      nextDate: date < today ? addDays(date, 1) : null,
      next,
    });
  },
});

const URGENCY: readonly Row['tone'][] = [
  'absent',
  'missing',
  'late',
  'early',
  'info',
  'leave',
  'ok',
  'rest',
  'none',
];

const WORDS: Readonly<Record<Row['tone'], string>> = {
  absent: '旷工',
  missing: '少卡',
  late: '迟到',
  early: '早退',
  info: '进行中',
  leave: '请假、公出、出差',
  ok: '正常',
  rest: '休息',
  none: '不判定',
};

const countsOf = (rows: readonly Row[]): OutputOf<'report.day'>['counts'] =>
  URGENCY.map((tone) => ({
    tone,
    word: WORDS[tone],
    people: rows.filter((row) => row.tone === tone).length,
  })).filter(({ people }) => people > 0);

/** '09:07 – 18:02', '08:55 –'; '' without any card. */
function cardsText({ verdict: { cards } }: JudgedDay): string {
  const pairs: string[] = [];
  for (let i = 0; i < cards.length; i += 2) {
    const [begin, end] = [cards[i] ?? null, cards[i + 1] ?? null];
    if (begin === null && end === null) continue;
    pairs.push(`${begin === null ? '' : clockText(begin)} – ${end === null ? '' : clockText(end)}`.trim());
  }
  return pairs.join('，');
}
