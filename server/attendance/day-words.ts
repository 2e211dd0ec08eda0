import type { Tone } from '@contract/contract';
import type { DayStatus, Verdict } from '@domain/attendance/verdict';
import type { DutyPlan } from '@domain/schedule/day-outline';
import { clockText } from '@domain/time/work-minute';
import { weekParity } from '@domain/schedule/compiled-rule';
import { type LaidShift, wallMinute } from '@domain/schedule/laid-shift';
import { durationText } from '../wall-text';

const TONES: Readonly<Record<DayStatus, Tone>> = {
  normal: 'ok',
  late: 'late',
  early: 'early',
  missing: 'missing',
  absent: 'absent',
  leave: 'leave',
  outing: 'leave',
  trip: 'leave',
  pending: 'info',
  rest: 'rest',
  holiday: 'rest',
  unscheduled: 'none',
  'no-rule': 'none',
  excluded: 'none',
  'not-employed': 'none',
};

export const toneOf = (verdict: Verdict): Tone => TONES[verdict.status];

/** The verdict in a word or two, as the month's day and the sheet's head say it. */
export function wordOf(verdict: Verdict): string {
  const { status, lateMinutes, earlyMinutes, absentMinutes, missing } = verdict;
  switch (status) {
    case 'late':
      return earlyMinutes > 0 ? `迟到 ${lateMinutes}、早退 ${earlyMinutes} 分钟` : `迟到 ${lateMinutes} 分钟`;
    case 'early':
      return `早退 ${earlyMinutes} 分钟`;
    case 'absent':
      return `旷工 ${absentMinutes} 分钟`;
    case 'missing':
      return missing.length > 1
        ? `少 ${missing.length} 次卡`
        : (missing[0] ?? 0) % 2 === 0
          ? '少上班卡'
          : '少下班卡';
    default:
      return PLAIN_WORDS[status];
  }
}

const PLAIN_WORDS: Readonly<Record<Exclude<DayStatus, 'late' | 'early' | 'absent' | 'missing'>, string>> = {
  normal: '正常',
  leave: '请假',
  outing: '公出',
  trip: '出差',
  pending: '进行中',
  rest: '休息',
  holiday: '节假日',
  unscheduled: '未排班',
  'no-rule': '无规则',
  excluded: '免考勤',
  'not-employed': '不在职',
};

/** '标准班 09:00–18:00', '今天休息' … */
export function planText(plan: DutyPlan, dayWord: '今天' | '当天'): string {
  const { laid, state } = plan;
  if (laid !== null) {
    const spans = laid.starts.map(
      (start, i) =>
        `${clockText(wallMinute(laid, start))}–${clockText(wallMinute(laid, laid.ends[i] as number))}`,
    );
    return `${laid.shift.name} ${laid.flexible ? flexibleText(laid) : spans.join('、')}${weekText(plan)}`;
  }
  const words: Partial<Record<typeof state, string>> = {
    rest: '休息',
    holiday: '放假',
    unscheduled: '未排班',
    excluded: '免考勤',
    'not-employed': '不在职',
  };
  return `${dayWord}${words[state] ?? '没有考勤规则'}${weekText(plan)}`;
}

/** '08:00–10:00 到，满 8 小时': what is asked for is a length, not an end. */
const flexibleText = (laid: LaidShift): string =>
  `${arrivalText(laid)} 到，满 ${durationText(laid.nets[0] as number)}`;

/** From the earliest to the latest sign-in of flexible time. */
export const arrivalText = (laid: LaidShift): string =>
  `${clockText(wallMinute(laid, laid.starts[0] as number))}–${clockText(wallMinute(laid, laid.latestIn))}`;

/** Which of alternating weeks it is; nothing on other rules. */
function weekText({ rule, date }: DutyPlan): string {
  const timetable = rule?.rule.timetable;
  if (timetable?.system !== 'alternating') return '';
  return weekParity(timetable.anchorMonday, date) === 'odd' ? '（单周）' : '（双周）';
}

/** '应到 09:30，应走 18:30' where flexibility moved the day's edges; null where the plan says it all. */
export function effectiveText(plan: DutyPlan, verdict: Verdict, dayWord: '今日' | '当日'): string | null {
  const { laid } = plan;
  if (laid === null) return null;
  const begin = wallMinute(laid, laid.starts[0] as number);
  const end = wallMinute(laid, laid.ends[laid.ends.length - 1] as number);
  const { dueIn, dueOut } = verdict;
  if ((dueIn === null || dueIn === begin) && (dueOut === null || dueOut === end)) return null;
  return `${dayWord}应到 ${clockText(dueIn ?? begin)}，应走 ${clockText(dueOut ?? end)}`;
}
