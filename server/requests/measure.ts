import type { Approval, ApprovalKind } from '@domain/attendance/approval';
import { measureRequest, type RequestSpan } from '@domain/attendance/request-duration';
import type { OfferedLeave } from '@domain/attendance/request-types';
import { PLAIN_REQUESTS, USUAL_LEAVES } from '@domain/attendance/request-types';
import type { DutyPlan } from '@domain/schedule/day-outline';
import { overlap } from '@domain/time/interval';
import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { planRange, type SheetsByMonth, sheetsByMonth } from '../attendance/judged-days';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { sheets } from '../repositories/sheets';
import { monthsFrom } from '../attendance/months-from';
import { datesOf } from './span';

/** What is asked for: its sort, and the type that says in which units it counts. */
export interface Asked {
  readonly kind: ApprovalKind;
  readonly leave: OfferedLeave;
  readonly span: RequestSpan;
}

/** A request laid on the person's own days. */
export interface Measured {
  readonly units: number;
  readonly minutes: number;
  readonly from: number;
  readonly to: number;
  readonly approvals: readonly Approval[];
  /** What lies on the sheet of each month; a stretch over a border lies on both. */
  readonly byMonth: ReadonlyMap<string, readonly Approval[]>;
  /** The days it was laid on, in order. */
  readonly plans: readonly DutyPlan[];
}

export const leavesOf = (org: Organisation): readonly OfferedLeave[] =>
  org.published.leaveTypes ?? USUAL_LEAVES;

/** The type behind a new request; null for a type that the company does not offer, or not any more. */
export function offered(org: Organisation, kind: ApprovalKind, typeId: string): OfferedLeave | null {
  const known = knownType(org, kind, typeId);
  return known?.stopped === true ? null : known;
}

const knownType = (org: Organisation, kind: ApprovalKind, typeId: string): OfferedLeave | null =>
  kind === 'leave' ? (leavesOf(org).find(({ id }) => id === typeId) ?? null) : PLAIN_REQUESTS[kind];

/** As `offered`, for requests that stand already: a type that was taken out of the list has no balance any more. */
export const offeredOnce = (org: Organisation, kind: ApprovalKind, typeId: string): OfferedLeave =>
  knownType(org, kind, typeId) ?? { ...PLAIN_REQUESTS.trip, id: typeId, name: '请假' };

/** The same request under the plans as they are now, the sheets read. */
export async function measureStanding(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  asked: Asked,
): Promise<Measured> {
  const dates = datesOf(org, asked.span);
  const { plans } = await readPlans(ports, org, employment, dates);
  return measure(asked, plans);
}

/** The plans that a request from one date to another can touch: a night shift of the evening before, too. One read. */
export async function readPlans(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  [from, to]: readonly [LocalDate, LocalDate],
): Promise<{ readonly plans: readonly DutyPlan[]; readonly months: SheetsByMonth }> {
  const wanted = monthsFrom(monthOf(addDays(from, -3)), monthOf(addDays(to, 3)));
  const months = sheetsByMonth(await sheets.ofMonths(ports.database, employment._id, wanted));
  const plans = planRange(org, employment, months, addDays(from, -1), addDays(to, 1), ports.clock.now());
  return { plans, months };
}

/** How long it is, and where it lies. `plans` reach a day further than the request on either side. */
export function measure({ kind, leave, span }: Asked, plans: readonly DutyPlan[]): Measured {
  const { approvals, ...length } = measureRequest(kind, leave, span, plans);
  const { minutes, units } = kind === 'overtime' ? beyondWork(span, plans) : length;
  return {
    units,
    minutes,
    ...reach(span, approvals, plans),
    approvals,
    byMonth: byMonth(approvals, plans),
    plans,
  };
}

/** Overtime is what lies outside the shifts; rests inside a shift are no overtime. */
function beyondWork(span: RequestSpan, plans: readonly DutyPlan[]): { minutes: number; units: number } {
  if (span.kind !== 'time') return { minutes: 0, units: 0 };
  const inside = plans.reduce((sum, { laid }) => {
    const [start, end] = [laid?.starts[0], laid?.ends.at(-1)];
    return start === undefined || end === undefined ? sum : sum + overlap(span.from, span.to, start, end);
  }, 0);
  const minutes = Math.max(0, span.to - span.from - inside);
  return { minutes, units: minutes };
}

/** From the first to the last minute; days off at either end of whole days belong to it. */
function reach(
  span: RequestSpan,
  approvals: readonly Approval[],
  plans: readonly DutyPlan[],
): { from: number; to: number } {
  if (span.kind === 'time') return { from: span.from, to: span.to };
  const days = plans.filter(({ date }) => date >= span.from && date <= span.to);
  const [first, last] = [approvals[0], approvals.at(-1)];
  return {
    from: first?.from ?? days[0]?.outline.midnight ?? 0,
    to: last?.to ?? days.at(-1)?.outline.nextMidnight ?? 0,
  };
}

function byMonth(
  approvals: readonly Approval[],
  plans: readonly DutyPlan[],
): ReadonlyMap<string, readonly Approval[]> {
  const months = new Map<string, Approval[]>();
  for (const approval of approvals) {
    const touched = plans.filter((plan) => reaches(plan, approval)).map(({ date }) => monthOf(date));
    for (const month of new Set(touched)) months.set(month, [...(months.get(month) ?? []), approval]);
  }
  return months;
}

/** Whether a day's verdict can depend on the stretch: its own part of time, up to where the next day opens. */
function reaches({ laid, open2, close2, nextOpen2 }: DutyPlan, { from, to }: Approval): boolean {
  const begins = Math.min(open2, 2 * (laid?.starts[0] ?? Infinity));
  const ends = Math.max(close2, nextOpen2, 2 * (laid?.ends.at(-1) ?? -Infinity));
  return overlap(2 * from, 2 * to, begins, ends) > 0;
}
