import type { DutyPlan } from '../schedule/day-outline';
import { minutesAfter } from '../time/instant';
import type { InstantMinute } from '../time/instant';
import type { Approval } from './approval';
import { evaluateDay } from './evaluate-day';
import type { Finding } from './finding';
import type { Punch, PunchKind } from './punch';
import type { Carry, Verdict } from './verdict';

/** What a punch now would be judged as: "现在打卡：正常", "现在打卡：迟到 7 分钟". */
export interface Forecast {
  readonly outcome: 'normal' | 'late' | 'early' | 'absent' | 'not-judged';
  readonly minutes: number;
  /** 今日应到 and 应走 with this punch, wall-clock minutes of the duty day. */
  readonly dueIn: number | null;
  readonly dueOut: number | null;
  readonly findings: readonly Finding[];
  /** The first minute at which the forecast will be another. */
  readonly untilMinute: InstantMinute;
}

/** What of the day's knowledge a forecast needs. */
export interface ForecastQuestion {
  readonly plans: readonly DutyPlan[];
  readonly punches: readonly Punch[];
  readonly approvals: readonly Approval[];
  readonly carryIn: Carry | null;
}

/** Judges the day as if the button were pressed at `minute`; `wordUntil` is when the button itself changes. */
export function forecastPunch(
  question: ForecastQuestion,
  plan: DutyPlan,
  kind: PunchKind,
  segment: number,
  minute: InstantMinute,
  wordUntil: InstantMinute,
): Forecast {
  const carry = carryInto(question, plan);
  const at = (when: InstantMinute): Outcome => {
    const press: Punch = { id: '', minute: when, kind, source: 'button' };
    const verdict = evaluateDay(plan, [...question.punches, press], question.approvals, carry, when);
    return { verdict, ...outcomeOf(verdict, kind, segment) };
  };
  const now = at(minute);
  const same = (when: number): boolean => {
    const then = at(when as InstantMinute);
    return then.outcome === now.outcome && then.minutes === now.minutes;
  };
  return {
    outcome: now.outcome,
    minutes: now.minutes,
    dueIn: now.verdict.dueIn,
    dueOut: now.verdict.dueOut,
    findings: now.verdict.findings,
    untilMinute: firstOther(minute, wordUntil, same),
  };
}

interface Outcome {
  readonly verdict: Verdict;
  readonly outcome: Forecast['outcome'];
  readonly minutes: number;
}

function outcomeOf(
  verdict: Verdict,
  kind: PunchKind,
  segment: number,
): Pick<Forecast, 'outcome' | 'minutes'> {
  let outcome: Forecast['outcome'] = 'normal';
  let minutes = 0;
  for (const finding of verdict.findings) {
    if (finding.segment !== segment) continue;
    const { basis } = finding.because;
    const judged =
      kind === 'in'
        ? finding.kind === 'late' || (finding.kind === 'absent' && basis === 'late-over')
        : finding.kind === 'early' ||
          (finding.kind === 'absent' && basis === 'early-over') ||
          finding.kind === 'shortfall';
    if (finding.kind === 'early-not-judged' && kind === 'out') outcome = 'not-judged';
    if (!judged) continue;
    outcome =
      finding.kind === 'absent' ? 'absent' : kind === 'in' || finding.kind === 'shortfall' ? 'late' : 'early';
    minutes = finding.minutes;
  }
  return { outcome, minutes };
}

/** Works forward through the plans before this one, so that a late evening yesterday counts. */
function carryInto(question: ForecastQuestion, plan: DutyPlan): Carry | null {
  let carry = question.carryIn;
  for (const earlier of question.plans) {
    if (earlier.day >= plan.day) break;
    carry = evaluateDay(earlier, question.punches, question.approvals, carry).carryOut;
  }
  return carry;
}

/** While the button keeps its word outcomes change in one direction, so halving finds the first other minute. */
function firstOther(
  minute: InstantMinute,
  wordUntil: InstantMinute,
  same: (when: number) => boolean,
): InstantMinute {
  if (wordUntil <= minute + 1 || !same(minute + 1)) return minutesAfter(minute, 1);
  let low = minute + 1;
  let high: number = wordUntil;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (same(middle)) low = middle;
    else high = middle;
  }
  return high as InstantMinute;
}
