import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';

/** What a person has of one leave type, in its unit. Free = granted − spent − frozen, never below zero unless the type allows. */
export interface LeaveBalance {
  readonly granted: number;
  readonly spent: number;
  /** Held for requests that are still pending. */
  readonly frozen: number;
}

export type BalanceRefusal = Refusal<
  'leave.balance-short',
  { readonly free: number; readonly asked: number }
>;

export const freeBalance = ({ granted, spent, frozen }: LeaveBalance): number => granted - spent - frozen;

/**
 * A pending request freezes balance (docs/rules.md §16).
 *
 * @param mayOverdraw the type allows more than there is
 */
export function freeze(
  balance: LeaveBalance,
  units: number,
  mayOverdraw = false,
): Result<LeaveBalance, BalanceRefusal> {
  const free = freeBalance(balance);
  return units > free && !mayOverdraw
    ? refuse('leave.balance-short', { free, asked: units })
    : ok({ ...balance, frozen: balance.frozen + units });
}

/** Approval spends what was frozen. */
export const spend = (balance: LeaveBalance, units: number): LeaveBalance => ({
  ...balance,
  frozen: balance.frozen - units,
  spent: balance.spent + units,
});

/** Refusal and withdrawal of a pending request return it. */
export const unfreeze = (balance: LeaveBalance, units: number): LeaveBalance => ({
  ...balance,
  frozen: balance.frozen - units,
});

/** Withdrawal of an approved request returns what it spent. */
export const giveBack = (balance: LeaveBalance, units: number): LeaveBalance => ({
  ...balance,
  spent: balance.spent - units,
});

/**
 * A request measured again after its days were planned anew (修改班次后重新计算报表数据): the difference is frozen
 * or spent, whichever the request is. What exceeds the balance is refused, for HR to settle.
 *
 * @param mayOverdraw the type allows more than there is
 */
export function remeasure(
  balance: LeaveBalance,
  state: 'pending' | 'approved',
  before: number,
  after: number,
  mayOverdraw = false,
): Result<LeaveBalance, BalanceRefusal> {
  const free = freeBalance(balance);
  const more = after - before;
  if (more > 0 && more > free && !mayOverdraw) return refuse('leave.balance-short', { free, asked: more });
  return ok(
    state === 'pending'
      ? { ...balance, frozen: balance.frozen + more }
      : { ...balance, spent: balance.spent + more },
  );
}
