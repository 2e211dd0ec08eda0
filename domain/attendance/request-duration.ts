import { workMinutesBetween } from '../schedule/laid-shift';
import type { LaidShift } from '../schedule/laid-shift';
import type { DutyPlan } from '../schedule/day-outline';
import type { InstantMinute } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import type { Approval, ApprovalKind } from './approval';
import type { LeaveType } from './leave-type';

/** What was asked for: whole and half days of the duty calendar, or a stretch of time. */
export type RequestSpan =
  | {
      readonly kind: 'days';
      readonly from: LocalDate;
      readonly to: LocalDate;
      /** Begins with the second half of the first day. */
      readonly fromAfternoon?: boolean;
      /** Ends with the first half of the last day. */
      readonly untilNoon?: boolean;
    }
  | { readonly kind: 'time'; readonly from: InstantMinute; readonly to: InstantMinute };

export interface RequestMeasure {
  /** Work minutes of the plans that the request covers. */
  readonly minutes: number;
  /** In the type's unit, rounded up, never below the minimum; 0 when nothing is covered. */
  readonly units: number;
  /** What the days are judged with. */
  readonly approvals: readonly Approval[];
}

/**
 * Where a day divides into halves: the end of the rest, or the start of the segment, that lies nearest to the
 * middle of its work; without either, the minute at which half of the work is done.
 */
export function noonOf(laid: LaidShift): number {
  const start = laid.starts[0] ?? 0;
  const end = laid.ends[laid.ends.length - 1] ?? start;
  const middle = (start + end) / 2;
  const breaks = [...laid.starts.slice(1), ...laid.rests.filter((_, i) => i % 2 === 1)];
  if (breaks.length === 0) return start + Math.ceil(laid.net / 2);
  return breaks.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best));
}

/** How long a request is under the plans it touches; measured again whenever they change. */
export function measureRequest(
  kind: ApprovalKind,
  type: LeaveType,
  span: RequestSpan,
  plans: readonly DutyPlan[],
): RequestMeasure {
  const approvals = approvalsOf(kind, type.id, span, plans);
  const minutes = plans.reduce((sum, plan) => sum + coveredWork(plan, approvals), 0);
  const units = unitsOf(type, span, plans, approvals, minutes);
  return { minutes, units: units === 0 ? 0 : Math.max(type.minimumUnits, units), approvals };
}

/** The intervals a request covers: days become the work of each duty day, time stays as it is. */
export function approvalsOf(
  kind: ApprovalKind,
  type: string,
  span: RequestSpan,
  plans: readonly DutyPlan[],
): readonly Approval[] {
  if (span.kind === 'time') return span.to > span.from ? [{ kind, type, from: span.from, to: span.to }] : [];
  const approvals: Approval[] = [];
  for (const { laid, date } of plans) {
    if (laid === null || date < span.from || date > span.to) continue;
    const from = date === span.from && span.fromAfternoon === true ? noonOf(laid) : (laid.starts[0] ?? 0);
    const end = laid.ends[laid.ends.length - 1] ?? 0;
    const to = date === span.to && span.untilNoon === true ? noonOf(laid) : end;
    if (to > from) approvals.push({ kind, type, from: from as InstantMinute, to: to as InstantMinute });
  }
  return approvals;
}

/** Work minutes of one day that the stretches cover. */
export function coveredWork({ laid }: DutyPlan, approvals: readonly Approval[]): number {
  if (laid === null) return 0;
  let minutes = 0;
  for (const { from, to } of approvals)
    laid.starts.forEach((start, i) => {
      minutes += workMinutesBetween(laid.rests, Math.max(from, start), Math.min(to, laid.ends[i] ?? start));
    });
  return Math.min(minutes, laid.net);
}

function unitsOf(
  type: LeaveType,
  span: RequestSpan,
  plans: readonly DutyPlan[],
  approvals: readonly Approval[],
  minutes: number,
): number {
  if (type.unit === 'minute') return minutes;
  if (type.unit === 'hour') return Math.ceil(minutes / 60);
  const halves = plans.reduce((sum, plan) => sum + halvesOf(type, span, plan, approvals), 0);
  return type.unit === 'day' ? Math.ceil(halves / 2) : halves;
}

/** 0, 1 or 2 halves of a day; a day off counts whole for types that count natural days. */
function halvesOf(
  type: LeaveType,
  span: RequestSpan,
  plan: DutyPlan,
  approvals: readonly Approval[],
): number {
  const inside =
    span.kind === 'days'
      ? plan.date >= span.from && plan.date <= span.to
      : plan.outline.midnight < span.to && span.from < plan.outline.nextMidnight;
  if (plan.laid === null) return inside && type.days === 'natural' ? 2 : 0;
  const covered = coveredWork(plan, approvals);
  if (covered === 0) return 0;
  return covered * 2 <= plan.laid.net || covered <= halfOf(plan.laid) ? 1 : 2;
}

/** The longer half, so that either half of a day counts as one. */
function halfOf(laid: LaidShift): number {
  const noon = noonOf(laid);
  let first = 0;
  laid.starts.forEach((start, i) => {
    first += workMinutesBetween(laid.rests, start, Math.min(noon, laid.ends[i] ?? start));
  });
  return Math.max(first, laid.net - first);
}
