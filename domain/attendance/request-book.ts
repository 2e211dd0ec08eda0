import { refuse, ok } from '../result';
import type { Refusal, Result } from '../result';
import type { ApprovalKind } from './approval';
import {
  type BalanceRefusal,
  freeze,
  giveBack,
  type LeaveBalance,
  remeasure,
  spend,
  unfreeze,
} from './leave-balance';
import type { OfferedLeave } from './request-types';
import type { RequestSpan } from './request-duration';

/** One request that stands: it waits for its decision, or it was granted. */
export interface StandingEntry {
  readonly caseId: string;
  readonly kind: ApprovalKind;
  /** Leave type; '' for the others. */
  readonly type: string;
  readonly span: RequestSpan;
  readonly state: 'pending' | 'approved';
  /** In the type's unit. */
  readonly units: number;
  readonly minutes: number;
  /** Instant minutes: everything it covers lies in [from, to). */
  readonly from: number;
  readonly to: number;
  /** Months whose sheets it touches. */
  readonly months: readonly string[];
  /** Measured anew it was longer than the balance: HR settles that. */
  readonly short?: boolean;
}

/** What a person has left and has asked for, as one value: it changes as a whole or not at all. */
export interface RequestBook {
  /** Leave type → balance; a type that was never granted has none. */
  readonly balances: Readonly<Record<string, LeaveBalance>>;
  readonly requests: readonly StandingEntry[];
}

export type HoldRefusal = BalanceRefusal | Refusal<'request.overlaps', { readonly caseId: string }>;

const NOTHING: LeaveBalance = { granted: 0, spent: 0, frozen: 0 };

export const balanceOf = ({ balances }: RequestBook, type: string): LeaveBalance => balances[type] ?? NOTHING;

/** A new request takes its place: no other stands there, and its balance is frozen. */
export function hold(
  book: RequestBook,
  entry: StandingEntry,
  leave: OfferedLeave,
): Result<RequestBook, HoldRefusal> {
  const other = overlapping(book, entry);
  if (other) return refuse('request.overlaps', { caseId: other.caseId });
  const requests = [...book.requests, entry];
  if (!leave.hasBalance) return ok({ ...book, requests });
  const frozen = freeze(balanceOf(book, entry.type), entry.units, leave.mayOverdraw);
  return frozen.ok ? ok({ balances: { ...book.balances, [entry.type]: frozen.value }, requests }) : frozen;
}

/** A request of the same sort at the same time: leave, outing and trip exclude each other, overtime only overtime. */
export function overlapping(
  { requests }: RequestBook,
  { caseId, kind, from, to }: Pick<StandingEntry, 'caseId' | 'kind' | 'from' | 'to'>,
): StandingEntry | undefined {
  return requests.find(
    (one) =>
      one.caseId !== caseId &&
      (one.kind === 'overtime') === (kind === 'overtime') &&
      one.from < to &&
      from < one.to,
  );
}

const entryOf = ({ requests }: RequestBook, caseId: string): StandingEntry | undefined =>
  requests.find((one) => one.caseId === caseId);

/** Granted: what was frozen is spent. A second time changes nothing. */
export function granted(book: RequestBook, caseId: string, leave: OfferedLeave): RequestBook {
  const entry = entryOf(book, caseId);
  if (!entry || entry.state === 'approved') return book;
  return changed(book, { ...entry, state: 'approved' }, leave.hasBalance ? spend : null);
}

/** Not granted, withdrawn, or revoked after it was granted: what it held or spent comes back. */
export function dropped(book: RequestBook, caseId: string, leave: OfferedLeave): RequestBook {
  const entry = entryOf(book, caseId);
  if (!entry) return book;
  const back = entry.state === 'approved' ? giveBack : unfreeze;
  const { balances } = changed(book, entry, leave.hasBalance ? back : null);
  return { balances, requests: book.requests.filter((one) => one !== entry) };
}

/** Measured under new plans; longer than the balance it keeps what it holds and is marked. */
export function measuredAnew(
  book: RequestBook,
  caseId: string,
  now: Pick<StandingEntry, 'units' | 'minutes' | 'from' | 'to' | 'months'>,
  leave: OfferedLeave,
): RequestBook {
  const entry = entryOf(book, caseId);
  if (!entry) return book;
  if (!leave.hasBalance) return changed(book, { ...entry, ...now }, null);
  const balance = balanceOf(book, entry.type);
  const fitted = remeasure(balance, entry.state, entry.units, now.units, leave.mayOverdraw);
  const { short: _, ...rest } = entry;
  return fitted.ok
    ? changed(book, { ...rest, ...now }, () => fitted.value)
    : changed(book, { ...entry, ...now, units: entry.units, short: true }, null);
}

/** More of a type, or, negative, less: never less than is spent and frozen already. */
export function grantedMore(
  book: RequestBook,
  leave: OfferedLeave,
  units: number,
): Result<RequestBook, BalanceRefusal> {
  const balance = balanceOf(book, leave.id);
  const free = balance.granted - balance.spent - balance.frozen;
  if (units < 0 && free + units < 0) return refuse('leave.balance-short', { free, asked: -units });
  const more = { ...balance, granted: balance.granted + units };
  return ok({ ...book, balances: { ...book.balances, [leave.id]: more } });
}

function changed(
  book: RequestBook,
  entry: StandingEntry,
  booked: ((balance: LeaveBalance, units: number) => LeaveBalance) | null,
): RequestBook {
  const requests = book.requests.map((one) => (one.caseId === entry.caseId ? entry : one));
  if (booked === null) return { ...book, requests };
  const balance = booked(balanceOf(book, entry.type), entry.units);
  return { balances: { ...book.balances, [entry.type]: balance }, requests };
}
