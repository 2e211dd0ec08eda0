import { freeBalance, type LeaveBalance } from '@domain/attendance/leave-balance';
import { type OfferedLeave, unitsText } from '@domain/attendance/request-types';

/** '3.5 天', and where it went. */
export function balanceView(
  balance: LeaveBalance,
  { unit }: Pick<OfferedLeave, 'unit'>,
): { freeText: string; detailText: string } {
  const { granted, spent, frozen } = balance;
  const parts = [
    `共 ${unitsText(unit, granted)}`,
    ...(spent > 0 ? [`已用 ${unitsText(unit, spent)}`] : []),
    ...(frozen > 0 ? [`审批中 ${unitsText(unit, frozen)}`] : []),
  ];
  return { freeText: unitsText(unit, freeBalance(balance)), detailText: parts.join('，') };
}
