import type { DeskView } from '@contract/contract';
import type { ButtonAnswer, ButtonWord } from '@domain/attendance/accept-punch';
import type { Forecast } from '@domain/attendance/forecast';
import type { DutyPlan } from '@domain/schedule/day-outline';
import { minuteOf } from '@domain/time/instant';
import { addDays, dateText, type LocalDate } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';
import { durationText } from '../wall-text';
import { cardViews } from './card-views';
import { effectiveText, planText, wordOf } from './day-words';
import type { JudgedDay } from './judged-days';
import { uploadFolderOf } from '../files/uploads';
import { outsideViews } from './outside-presses';
import { placesOf, type Proof } from './place-claims';
import { whereabouts } from './whereabouts';
import { choiceOf } from '../rosters/shift-choice';
import { buttonOf, dayOf, type PunchDesk } from './punch-desk';
import { wirePunchRefusal } from './wire-punch-refusal';

/** The day in front of the button, in words. */
export function deskView(desk: PunchDesk, { position, wifi = null }: Proof): DeskView {
  const { org, employment, now, today } = desk;
  const answer = buttonOf(desk, position, wifi);
  const day = dayOf(desk, answer.dutyDate);
  const places = placesOf(org.book, answer.plan);
  return {
    now,
    utcOffsetMinutes: answer.plan.outline.zone.offsetAt(minuteOf(now)),
    dateText: dateText(today),
    person: { name: employment.name, departmentName: org.departmentName(employment, today) },
    dutyDate: answer.dutyDate,
    planText: `${answer.dutyDate < today ? '昨日' : ''}${planText(day.plan, '今天')}`,
    effectiveText: todayEffectiveText(day, answer),
    button: { ...buttonView(answer), ...outsideOffer(answer, employment.openid) },
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

function buttonView({ word, kind, plan, refusal, forecast, nextChangeAt }: ButtonAnswer): DeskView['button'] {
  return {
    kind: kind ?? 'in',
    word: WORDS[word],
    enabled: refusal === null,
    forecast: forecast ? forecastView(forecast) : unjudged(plan),
    confirm:
      forecast?.outcome === 'early' ? `现在签退算早退 ${durationText(forecast.minutes)}，确定签退吗？` : null,
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

/** On days that nothing is judged, the page says so before the tap. */
function unjudged({ state, laid }: DutyPlan): DeskView['button']['forecast'] {
  if (laid !== null) return { tone: 'info', text: '现在打卡：只留记录，不参与判定' };
  const words: Partial<Record<typeof state, string>> = {
    rest: '今天休息',
    holiday: '今天放假',
    unscheduled: '今天未排班',
  };
  return { tone: 'rest', text: `${words[state] ?? '今天没有考勤规则'}，打卡只留记录` };
}

function forecastView({ outcome, minutes }: Forecast): {
  tone: DeskView['cards'][number]['tone'];
  text: string;
} {
  switch (outcome) {
    case 'normal':
      return { tone: 'ok', text: '现在打卡：正常' };
    case 'late':
      return { tone: 'late', text: `现在打卡：迟到 ${durationText(minutes)}` };
    case 'early':
      return { tone: 'early', text: `现在打卡：早退 ${durationText(minutes)}` };
    case 'absent':
      return { tone: 'absent', text: `现在打卡：计旷工 ${durationText(minutes)}` };
    case 'not-judged':
      return { tone: 'info', text: '现在打卡：只记录，不判定' };
  }
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
