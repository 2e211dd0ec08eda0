import { ok, refuse } from '@domain/result';
import { addDays, dateText, type LocalDate, monthOf, parseLocalDate } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import { toneOf, wordOf } from '../attendance/day-words';
import type { JudgedDay } from '../attendance/judged-days';
import { recentOrganisation, todayIn } from '../organisation';
import { cardsText } from '../reports/cards-text';
import { cellsOf, columns, sumOf, sumOfAll } from '../reports/columns';
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
      const [day] = onDate(days, date);
      if (!day) return [];
      return [
        {
          employmentId: one._id,
          name: one.name,
          departmentName: org.departmentName(one, date),
          tone: toneOf(day.verdict),
          word: wordOf(day.verdict),
          cardsText: cardsText(day.verdict),
          cells: cellsOf(sumOf([day], today)),
        },
      ];
    });
    return ok({
      date,
      dateText: dateText(date),
      scopeText: scope.text,
      columns,
      counts: countsOf(rows),
      rows: [...rows].sort((a, b) => URGENCY.indexOf(a.tone) - URGENCY.indexOf(b.tone)),
      totals: cellsOf(sumOfAll(people.map(({ days }) => sumOf(onDate(days, date), today)))),
      previousDate: addDays(date, -1),
      nextDate: date < today ? addDays(date, 1) : null,
      next,
    });
  },
});

const onDate = (days: readonly JudgedDay[], date: LocalDate): readonly JudgedDay[] =>
  days.filter((day) => day.date === date);

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
