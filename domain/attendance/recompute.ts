import type { DutyPlan } from '../schedule/day-outline';
import type { LocalDate } from '../time/local-date';
import type { Approval, ApprovalKind } from './approval';
import { evaluateDay } from './evaluate-day';
import { remeasure } from './leave-balance';
import type { BalanceRefusal, LeaveBalance } from './leave-balance';
import type { LeaveType } from './leave-type';
import type { Punch } from './punch';
import { approvalsOf, measureRequest } from './request-duration';
import type { RequestSpan } from './request-duration';
import type { Carry, Verdict } from './verdict';

/** A request that is still pending or was approved. */
export interface StandingRequest {
  readonly id: string;
  readonly kind: ApprovalKind;
  readonly type: LeaveType;
  readonly span: RequestSpan;
  readonly state: 'pending' | 'approved';
}

/** What a person's days were planned and what they are planned now, over the same dates. */
export interface RecomputeQuestion {
  readonly before: readonly DutyPlan[];
  readonly after: readonly DutyPlan[];
  readonly punches: readonly Punch[];
  readonly requests: readonly StandingRequest[];
  readonly carryIn: Carry | null;
  /** Leave type → balance; types without a balance are left out. */
  readonly balances: Readonly<Record<string, LeaveBalance>>;
  /** 修改班次后重新计算报表数据: requests and balances are measured anew, not only the days. */
  readonly reports: boolean;
}

export interface RecomputedDay {
  readonly date: LocalDate;
  readonly before: Verdict;
  readonly after: Verdict;
}

export interface RecomputedRequest {
  readonly id: string;
  readonly unitsBefore: number;
  readonly unitsAfter: number;
  readonly minutesBefore: number;
  readonly minutesAfter: number;
}

/** Before and after, for showing and for storing. */
export interface Recomputed {
  /** Days that come out otherwise. */
  readonly days: readonly RecomputedDay[];
  /** Requests whose length changes. */
  readonly requests: readonly RecomputedRequest[];
  /** The balances as they are afterwards. */
  readonly balances: Readonly<Record<string, LeaveBalance>>;
  /** Requests that no longer fit in their balance, for HR to settle. */
  readonly short: readonly { readonly id: string; readonly refusal: BalanceRefusal }[];
  /** Overtime that is settled as comp leave. */
  readonly compLeaveBefore: number;
  readonly compLeaveAfter: number;
}

/**
 * What a changed roster does to days that were judged (docs/rules.md §13). Pure: nothing changes until the answer
 * is stored.
 */
export function recompute(question: RecomputeQuestion): Recomputed {
  const old = judge(question, question.before);
  const now = judge(question, question.after);
  const days = old.flatMap((before, i): RecomputedDay[] => {
    const after = now[i];
    const same = after === undefined || JSON.stringify(before) === JSON.stringify(after);
    return same ? [] : [{ date: before.date, before, after }];
  });
  const measured = question.reports ? measureAgain(question) : unmeasured(question);
  return { days, ...measured, compLeaveBefore: compLeave(old), compLeaveAfter: compLeave(now) };
}

const unmeasured = ({
  balances,
}: RecomputeQuestion): Pick<Recomputed, 'requests' | 'balances' | 'short'> => ({
  requests: [],
  balances,
  short: [],
});

function judge(question: RecomputeQuestion, plans: readonly DutyPlan[]): Verdict[] {
  const approvals: Approval[] = question.requests
    .filter(({ state }) => state === 'approved')
    .flatMap(({ kind, type, span }) => approvalsOf(kind, type.id, span, plans));
  let carry = question.carryIn;
  return plans.map((plan) => {
    const verdict = evaluateDay(plan, question.punches, approvals, carry);
    carry = verdict.carryOut;
    return verdict;
  });
}

function measureAgain({ before, after, requests, balances }: RecomputeQuestion) {
  const changed: RecomputedRequest[] = [];
  const left: Record<string, LeaveBalance> = { ...balances };
  const short: { id: string; refusal: BalanceRefusal }[] = [];
  for (const { id, kind, type, span, state } of requests) {
    const old = measureRequest(kind, type, span, before);
    const now = measureRequest(kind, type, span, after);
    if (old.units === now.units && old.minutes === now.minutes) continue;
    changed.push({
      id,
      unitsBefore: old.units,
      unitsAfter: now.units,
      minutesBefore: old.minutes,
      minutesAfter: now.minutes,
    });
    const balance = left[type.id];
    if (balance === undefined || kind !== 'leave') continue;
    const fitted = remeasure(balance, state, old.units, now.units);
    if (fitted.ok) left[type.id] = fitted.value;
    else short.push({ id, refusal: fitted.refusal });
  }
  return { requests: changed, balances: left, short };
}

const compLeave = (days: readonly Verdict[]): number =>
  days.reduce(
    (sum, { overtime }) =>
      sum + overtime.reduce((own, part) => (part.settle === 'compLeave' ? own + part.minutes : own), 0),
    0,
  );
