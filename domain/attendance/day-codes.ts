import type { DayStatus } from './verdict';

/**
 * How a judged day stands on a tape. These are its first numbers; three of them pack several, a byte each:
 * `state` is status, missing cards (a bit each) and whether the day is pending; `counts` is how often late, early and
 * absent; `sizes` is how many numbers of cards, overtime and nights follow. Then come the cards, the findings
 * (NOTE.size numbers each), runs of overtime [kind of day, minutes, hundredths of the multiple, settlement], nights
 * [days after the duty date, minutes] and covers [index of the approval, minutes]. A day without a shift and without
 * anything to tell is its status alone.
 */
export const HEAD = {
  state: 0,
  dueIn: 1,
  dueOut: 2,
  late: 3,
  early: 4,
  absent: 5,
  counts: 6,
  worked: 7,
  lastRealOut: 8,
  effectiveEnd: 9,
  sizes: 10,
  notes: 11,
  covers: 12,
  size: 13,
} as const;

/**
 * How a finding stands there. `code` packs kind, basis, segment + 1 and row, a byte each; `from` is the punch it is
 * about, as an index, or for late-out late-in how many days ago the evening was that it rests on.
 */
export const NOTE = {
  code: 0,
  minutes: 1,
  expected: 2,
  actual: 3,
  measured: 4,
  limit: 5,
  unit: 6,
  from: 7,
  size: 8,
} as const;

/** Up to four small numbers in one. */
export const packed = (a: number, b: number, c: number, d = 0): number =>
  a | (b << 8) | (c << 16) | (d << 24);

/** The n-th of them, from 0. */
export const unpacked = (word: number, n: 0 | 1 | 2 | 3): number => (word >> (8 * n)) & 255;

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
