import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { monthAfter } from '../attendance/months-from';
import { firstOf } from '../attendance/punch-desk';

/**
 * A plan looks two days around itself, and the button two days ahead of today: so far the sheet of a month knows its
 * neighbours' rosters, and whoever reads one sheet plans its days rightly without reading another.
 */
const DAYS_BEYOND = 4;

/** The dates that the sheet of a month has a copy of, both included. */
export const reachOf = (month: string): readonly [from: LocalDate, to: LocalDate] => [
  addDays(firstOf(month), -DAYS_BEYOND),
  addDays(firstOf(monthAfter(month)), DAYS_BEYOND - 1),
];

/** The months whose sheets have a copy of this date. */
export const monthsWithCopyOf = (date: LocalDate): readonly string[] => [
  ...new Set([-DAYS_BEYOND, 0, DAYS_BEYOND].map((days) => monthOf(addDays(date, days)))),
];
