import type { DeskView } from '@contract/contract';
import type { ButtonAnswer, ButtonWord } from '@domain/attendance/accept-punch';
import type { Punch } from '@domain/attendance/punch';
import { minuteOf } from '@domain/time/instant';
import { addDays, dateText, type LocalDate } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';
import { cardViews } from './card-views';
import { effectiveText, planText, wordOf } from './day-words';
import { confirmWords, forecastWords } from './forecast-words';
import type { JudgedDay } from './judged-days';
import { uploadFolderOf } from '../files/uploads';
import { outsideViews, pendingOn } from './outside-presses';
import { placesOn, type Proof } from './place-claims';
import { whereabouts } from './whereabouts';
import { choiceOf } from '../rosters/shift-choice';
import { buttonOf, dayOf, type PunchDesk } from './punch-desk';
import { wirePunchRefusal } from './wire-punch-refusal';

/** The day in front of the button, in words. */
export function deskView(desk: PunchDesk, { position, wifi = null }: Proof): DeskView {
  const { org, employment, now, today } = desk;
  const answer = buttonOf(desk, position, wifi);
  const day = dayOf(desk, answer.dutyDate);
  const places = placesOn(org.book, employment, answer.plan);
  const waiting = pendingOn(desk.months, answer.dutyDate);
  return {
    now,
    utcOffsetMinutes: answer.plan.outline.zone.offsetAt(minuteOf(now)),
    dateText: dateText(today),
    person: { name: employment.name, departmentName: org.departmentName(employment, today) },
    dutyDate: answer.dutyDate,
    planText: `${answer.dutyDate < today ? '昨日' : ''}${planText(day.plan, '今天')}`,
    effectiveText: todayEffectiveText(day, answer),
    button: { ...buttonView(answer, day, waiting), ...outsideOffer(answer, employment.openid) },
    whereabouts: whereabouts(answer, position),
    places: places.map(({ id, name, latitude, longitude, radiusMeters, wifi: proving = [] }) => ({
      id,
      name,
      latitude,
      longitude,
      radiusMeters,
      ...(proving.length > 0 && { wifi: [...new Set(proving.map(({ ssid }) => ssid))] }),
    })),
    cards: cardViews(day),
    ...outsideViews(desk.months, answer.dutyDate),
    ...choiceOf(desk, day),
    nudge: nudge(desk, answer.dutyDate),
  };
}

const WORDS: Readonly<Record<ButtonWord, string>> = {
  in: '签到',
  out: '签退',
  'update-out': '更新签退',
  record: '打卡',
  'choose-shift': '选择班次',
};

function buttonView(answer: ButtonAnswer, day: JudgedDay, waiting: readonly Punch[]): DeskView['button'] {
  const { word, kind, refusal, nextChangeAt } = answer;
  return {
    kind: kind ?? 'in',
    word: WORDS[word],
    enabled: refusal === null,
    forecast: forecastWords(answer, day, waiting),
    confirm: confirmWords(answer),
    refusal: refusal && wirePunchRefusal(refusal),
    nextChangeAt,
  };
}

/** 外勤打卡 in place of "too far away", where the rule has it. */
function outsideOffer(
  { refusal, plan }: ButtonAnswer,
  openid: string | null,
): Pick<DeskView['button'], 'outside'> {
  const rule = plan.rule?.rule;
  if (refusal?.code !== 'punch.outside-fence' || !refusal.facts.outsideAllowed || !rule || openid === null)
    return {};
  return {
    outside: {
      photo: rule.outsidePhoto ?? 'optional',
      needsApproval: rule.outsideApproval === true,
      uploadFolder: uploadFolderOf(openid),
    },
  };
}

/** What is due today once flexibility is counted in, and since when it is so. */
function todayEffectiveText(day: JudgedDay, { forecast }: ButtonAnswer): string | null {
  // Before the first card the forecast already knows what a punch now would be measured against.
  const punched = day.verdict.cards.some((card) => card !== null);
  const verdict =
    punched || !forecast ? day.verdict : { ...day.verdict, dueIn: forecast.dueIn, dueOut: forecast.dueOut };
  const text = effectiveText(day.plan, verdict, '今日');
  if (text === null) return null;
  const findings = punched || !forecast ? day.verdict.findings : forecast.findings;
  const granted = findings.find(({ kind }) => kind === 'late-out-late-in');
  const left = granted && day.carryIn?.outClock;
  return left == null
    ? text
    : `${text}，因${left >= 1440 ? '今天凌晨' : '前一班'} ${clockText(left % 1440)} 下班`;
}

const NUDGE_DAYS = 3;

/** One gentle line: the nearest of the last days on which a card is missing. */
function nudge(desk: PunchDesk, dutyDate: LocalDate): DeskView['nudge'] {
  const since = addDays(dutyDate, -NUDGE_DAYS);
  const short = desk.days
    .filter(({ date, verdict }) => date < dutyDate && date >= since && verdict.status === 'missing')
    .at(-1);
  if (!short) return null;
  const when = short.date === addDays(dutyDate, -1) ? '昨天' : dateText(short.date);
  return { text: `${when}${wordOf(short.verdict)}`, date: short.date, action: 'see-day' };
}
