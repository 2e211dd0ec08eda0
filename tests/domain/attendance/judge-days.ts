import { evaluateDay } from '@domain/attendance/evaluate-day';
import type { Punch } from '@domain/attendance/punch';
import type { Carry, Verdict } from '@domain/attendance/verdict';
import { planDays } from '@domain/schedule/plan-day';
import type { DutyPlan } from '@domain/schedule/day-outline';
import type { SetCompany } from './wild-company';

export const plansOf = ({ book, person, roster, from, to }: SetCompany): DutyPlan[] =>
  planDays(book, person, roster, from, to);

/** Every day of a set company, each carried into the next. */
export function judgeDays(set: SetCompany, punches: readonly Punch[] = set.punches): Verdict[] {
  let carry: Carry | null = null;
  return plansOf(set).map((plan) => {
    const verdict = evaluateDay(plan, punches, set.approvals, carry);
    carry = verdict.carryOut;
    return verdict;
  });
}
