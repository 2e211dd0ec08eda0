import type { DayStatus } from './verdict';

/**
 * How a judged day stands on a tape. These are its first numbers; `counts` packs late, early and absent counts, a
 * byte each. Then follow the cards, the findings (NOTE.size numbers each), runs of overtime [kind of day, minutes,
 * hundredths of the multiple, settlement], nights [days after the duty date, minutes] and covers [index of the
 * approval, minutes], as many numbers of each as their words say. A day without a shift and without anything to tell
 * is its status alone.
 */
export const HEAD = {
  status: 0,
  dueIn: 1,
  dueOut: 2,
  missing: 3,
  pending: 4,
  late: 5,
  early: 6,
  absent: 7,
  counts: 8,
  worked: 9,
  lastRealOut: 10,
  effectiveEnd: 11,
  cards: 12,
  notes: 13,
  overtime: 14,
  night: 15,
  covers: 16,
  size: 17,
} as const;

/** What a finding is written down as: so many numbers, in this order. */
export const NOTE = {
  kind: 0,
  minutes: 1,
  segment: 2,
  basis: 3,
  expected: 4,
  actual: 5,
  measured: 6,
  limit: 7,
  unit: 8,
  row: 9,
  day: 10,
  punch: 11,
  size: 12,
} as const;

/** A status is stored as its place here, so the list only ever grows at its end. */
export const STATUSES: readonly DayStatus[] = [
  'normal',
  'late',
  'early',
  'missing',
  'absent',
  'leave',
  'outing',
  'trip',
  'pending',
  'rest',
  'holiday',
  'unscheduled',
  'no-rule',
  'excluded',
  'not-employed',
];

/** Added to the status of a day without a shift that has more to say than its status. */
export const WITH_MORE = 32;

/** Whether a status word stands for a day that is its status alone. */
export const isAlone = (word: number): boolean => word >= FIRST_IDLE && word < WITH_MORE;

const FIRST_IDLE = STATUSES.indexOf('rest');
