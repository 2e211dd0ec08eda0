import { addDays, dayNumber, localDateOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { problem, under } from './problem';
import type { Problem } from './problem';
import { isInForce } from './validity';
import type { MonthDay, Validity, YearlyPeriod } from './validity';

/** Everything that keeps a validity from being saved (docs/rules.md §10). */
export function validateValidity(validity: Validity | null | undefined): Problem[] {
  if (validity == null) return [];
  if (validity.kind === 'fixed')
    return validity.to > validity.from ? [] : [problem('to', 'validity.ends-before-it-begins')];
  if (validity.periods.length === 0) return [problem('periods', 'validity.no-periods')];
  const shape = validity.periods.flatMap((period, i) => under(`periods[${i}]`, periodProblems(period)));
  return shape.length > 0 ? shape : ringProblems(validity.periods);
}

const isMonthDay = (text: MonthDay): boolean => /^\d\d-\d\d$/.test(text) && ringIndex(text) >= 0;

function periodProblems({ from, to, nextYear }: YearlyPeriod): Problem[] {
  for (const [field, value] of [['from', from] as const, ['to', to] as const])
    if (!isMonthDay(value)) return [problem(field, 'validity.not-a-month-day', { value })];
  if (nextYear === true) return to < from ? [] : [problem('to', 'validity.next-year-too-long')];
  return to > from ? [] : [problem('to', 'validity.ends-before-it-begins')];
}

const LEAP_NEW_YEAR = localDateOf('2024-01-01');
const RING = 366;

/** The day of a leap year, 0..365; -1 for what is no day. */
function ringIndex(monthDay: MonthDay): number {
  const month = +monthDay.slice(0, 2);
  const day = +monthDay.slice(3, 5);
  if (month < 1 || month > 12 || day < 1) return -1;
  const date = `2024-${monthDay}` as LocalDate;
  const index = dayNumber(date) - dayNumber(LEAP_NEW_YEAR);
  return index >= 0 && index < RING && addDays(LEAP_NEW_YEAR, index) === date ? index : -1;
}

/** Periods live on a ring of 366 days: touching is fine, a shared day is not. */
function ringProblems(periods: readonly YearlyPeriod[]): Problem[] {
  const taken = new Array<boolean>(RING).fill(false);
  const found: Problem[] = [];
  periods.forEach(({ from, to }, i) => {
    let crosses = false;
    for (let at = ringIndex(from), end = ringIndex(to); ; at = (at + 1) % RING) {
      crosses ||= taken[at] === true;
      taken[at] = true;
      if (at === end) break;
    }
    if (crosses) found.push(problem(`periods[${i}]`, 'validity.periods-cross'));
  });
  return found;
}

/** Whether some day lies in both: rules that are never in force together do not compete. */
export function validitiesMeet(
  one: Validity | null | undefined,
  other: Validity | null | undefined,
): boolean {
  if (one == null || other == null) return true;
  if (one.kind === 'fixed' && other.kind === 'fixed') return one.from <= other.to && other.from <= one.to;
  const fixed = one.kind === 'fixed' ? one : other.kind === 'fixed' ? other : null;
  const from = fixed?.from ?? LEAP_NEW_YEAR;
  const days =
    fixed === null ? RING : Math.min(dayNumber(fixed.to) - dayNumber(fixed.from) + 1, 4 * RING + 1);
  for (let i = 0; i < days; i++) {
    const date = addDays(from, i);
    if (isInForce(one, date) && isInForce(other, date)) return true;
  }
  return false;
}
