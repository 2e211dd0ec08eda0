import { addDays, monthOf } from '@domain/time/local-date';
import { firstOf } from './punch-desk';

/** '2026-02', '2026-03' … from one month to another, both included. */
export function monthsFrom(first: string, last: string): readonly string[] {
  const months = [first];
  for (let month = first; month < last;) months.push((month = monthAfter(month)));
  return months;
}

export const monthAfter = (month: string): string => monthOf(addDays(firstOf(month), 31));
