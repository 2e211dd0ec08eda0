import type { ApprovalKind } from '@domain/attendance/approval';
import { hold, type HoldRefusal, type StandingEntry } from '@domain/attendance/request-book';
import { unitsText } from '@domain/attendance/request-types';
import { refuse, ok, type Result } from '@domain/result';
import { addDays } from '@domain/time/local-date';
import type { Caller } from '../caller';
import { type Organisation, recentOrganisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { requestBooks, type StoredBook } from '../repositories/request-books';
import type { RefusalOf } from '../use-case';
import { type Asked, measure, type Measured, offered, offeredOnce, readPlans } from './measure';
import type { AskedSpan } from './request-fields';
import { datesAsked, spanIn } from './span';

/** Somebody who was ill can say so for a month; what was planned early can be asked for a year ahead. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 366;

export interface Asking {
  readonly kind: ApprovalKind;
  readonly typeId: string;
  readonly span: AskedSpan;
}

export type RequestRefusal = RefusalOf<
  | 'request.not-offered'
  | 'request.dates-invalid'
  | 'request.too-far-back'
  | 'request.too-far-ahead'
  | 'request.nothing-covered'
  | 'request.overlaps'
  | 'request.not-employed'
  | 'leave.balance-short'
  | 'month.locked'
>;

/** A request as it would be, and why it would not be taken. */
export interface RequestDesk {
  readonly org: Organisation;
  readonly asked: Asked;
  readonly measured: Measured;
  readonly book: StoredBook;
  /** Null: it can be sent. */
  readonly refusal: RequestRefusal | null;
}

/** Measures what somebody asks for. A refusal comes alone when it cannot even be measured. Two reads side by side. */
export async function openRequestDesk(
  ports: Ports,
  { employment }: Caller,
  { kind, typeId, span: wire }: Asking,
  caseId: string,
): Promise<Result<RequestDesk, RequestRefusal>> {
  const org = await recentOrganisation(ports);
  const leave = offered(org, kind, typeId);
  if (!leave) return refuse('request.not-offered', {});
  const dates = datesAsked(wire);
  const inHours = leave.unit === 'hour' || leave.unit === 'minute';
  const isFitting = wire.mode === 'time' ? inHours : kind === 'leave' || kind === 'trip';
  if (!dates || !isFitting) return refuse('request.dates-invalid', {});
  const [from, to] = dates;
  const today = todayIn(org.zone, ports.clock.now());
  if (from < addDays(today, -DAYS_BACK)) return refuse('request.too-far-back', { days: DAYS_BACK });
  if (to > addDays(today, DAYS_AHEAD)) return refuse('request.too-far-ahead', { days: DAYS_AHEAD });
  const [{ plans, months }, book] = await Promise.all([
    readPlans(ports, org, employment, dates),
    requestBooks.read(ports.database, employment._id),
  ]);
  const days = plans.filter(({ date }) => date >= from && date <= to);
  if (days.some(({ state }) => state === 'not-employed')) return refuse('request.not-employed', {});
  const asked = { kind, leave, span: spanIn(days[0]?.outline.zone ?? org.zone, wire, dates) };
  const measured = measure(asked, plans);
  const locked = [...measured.byMonth.keys()].find((month) => (months.get(month)?.lock ?? 'open') !== 'open');
  const desk = { org, asked, measured, book };
  return ok({ ...desk, refusal: refusalOf(desk, caseId, locked) });
}

function refusalOf(
  { org, asked, measured, book }: Omit<RequestDesk, 'refusal'>,
  caseId: string,
  locked: string | undefined,
): RequestRefusal | null {
  if (measured.units === 0) return { code: 'request.nothing-covered', facts: { kind: asked.kind } };
  if (locked !== undefined) return { code: 'month.locked', facts: { month: locked } };
  const held = hold(book, entryFor(asked, measured, caseId), asked.leave);
  return held.ok ? null : wireHoldRefusal(org, asked, held.refusal, book);
}

/** The request as it will stand in the book. */
export const entryFor = (
  { kind, leave, span }: Asked,
  { units, minutes, from, to, byMonth }: Measured,
  caseId: string,
): StandingEntry => ({
  caseId,
  kind,
  type: leave.id,
  span,
  state: 'pending',
  units,
  minutes,
  from,
  to,
  months: [...byMonth.keys()],
});

export function wireHoldRefusal(
  org: Organisation,
  { leave }: Pick<Asked, 'leave'>,
  refusal: HoldRefusal,
  book: StoredBook,
): RefusalOf<'leave.balance-short' | 'request.overlaps'> {
  if (refusal.code === 'leave.balance-short') {
    const { free, asked } = refusal.facts;
    const [freeText, askedText] = [unitsText(leave.unit, free), unitsText(leave.unit, asked)];
    return { code: refusal.code, facts: { name: leave.name, freeText, askedText } };
  }
  const { caseId } = refusal.facts;
  const other = book.requests.find((entry) => entry.caseId === caseId);
  return { code: refusal.code, facts: { caseId, what: other ? entryTitle(org, other) : '' } };
}

/** '年假 1.5 天' */
export function entryTitle(org: Organisation, { kind, type, units }: StandingEntry): string {
  const { name, unit } = offeredOnce(org, kind, type);
  return `${name} ${unitsText(unit, units)}`;
}
