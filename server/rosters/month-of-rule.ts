import { daysIn } from '@domain/schedule/roster-copy';
import type { Rule } from '@domain/schedule/rule';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { monthAfter } from '../attendance/months-from';
import { firstOf } from '../attendance/punch-desk';
import type { Organisation } from '../organisation';
import { shiftChips } from './shift-chips';

/** A month of one roster rule: its days, and the shifts that may be planned. */
export interface MonthOfRule {
  readonly rule: Rule;
  readonly days: readonly LocalDate[];
  readonly shifts: ReturnType<typeof shiftChips>;
}

export const daysOfMonth = (month: string): readonly LocalDate[] =>
  daysIn({ from: firstOf(month), to: addDays(firstOf(monthAfter(month)), -1) });

/** Null when there is no such roster rule by the end of the month. */
export function monthOfRule({ book }: Organisation, ruleId: string, month: string): MonthOfRule | null {
  const days = daysOfMonth(month);
  const last = days.at(-1) as LocalDate;
  const rule = book.ruleOn(ruleId, last)?.rule;
  if (rule?.timetable.system !== 'roster') return null;
  return { rule, days, shifts: shiftChips(book, rule.timetable.shiftIds, last) };
}
