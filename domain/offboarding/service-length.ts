import { addDays } from '../time/local-date';
import type { LocalDate } from '../time/local-date';

/** Time in the unit, both days included: full years, and full months beyond them. */
export interface ServiceLength {
  readonly years: number;
  readonly months: number;
  /** Days beyond the full months. */
  readonly days: number;
}

/** From the first day of work to the last day of the contract. A month is full on the day before its date recurs. */
export function serviceLength(from: LocalDate, to: LocalDate): ServiceLength {
  const end = addDays(to, 1);
  let months = monthNumber(end) - monthNumber(from);
  if (monthsLater(from, months) > end) months -= 1;
  const since = monthsLater(from, months);
  let days = 0;
  while (addDays(since, days) < end) days += 1;
  return { years: Math.floor(months / 12), months: months % 12, days };
}

/** '5年3个月', '8个月', '12天'. */
export function serviceText({ years, months, days }: ServiceLength): string {
  const text = `${years > 0 ? `${years}年` : ''}${months > 0 ? `${months}个月` : ''}`;
  return text === '' ? `${days}天` : text;
}

const monthNumber = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The same day some months later; the first of the month after, where the month is too short for it. */
function monthsLater(from: LocalDate, months: number): LocalDate {
  const target = monthNumber(from) + months;
  const first = `${String(Math.floor(target / 12)).padStart(4, '0')}-${String((target % 12) + 1).padStart(2, '0')}-01`;
  const date = addDays(first as LocalDate, Number(from.slice(8)) - 1);
  return monthNumber(date) === target ? date : addDays(first as LocalDate, daysOf(first as LocalDate));
}

function daysOf(first: LocalDate): number {
  let days = 28;
  while (addDays(first, days).slice(0, 7) === first.slice(0, 7)) days += 1;
  return days;
}
