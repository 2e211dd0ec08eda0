import { NONE, endOf, note, startOf, uncovered } from '../workings';
import type { Workings } from '../workings';
import { addAbsence, missingAbsence } from './absence';
import { isExcused } from './cover';

const EMPTY: number[] = [];

export interface MissingCards {
  /** Indices into the verdict's cards that count as 漏签. */
  readonly missing: readonly number[];
  /** A segment is not over yet: what is not there may still come. */
  readonly pending: boolean;
}

const NOTHING: MissingCards = { missing: EMPTY, pending: false };
const PENDING: MissingCards = { missing: EMPTY, pending: true };

/**
 * The cards that should be there (docs/rules.md §6 and §7): 漏签, or 旷工 where the situation's switch is on.
 * `asOf` is the minute up to which the day is known; null when all of it is past.
 */
export function judgeMissing(w: Workings, asOf: number | null): MissingCards {
  const n = w.ins.length;
  let gone = 0;
  let lacking = 0;
  for (let segment = 0; segment < n; segment++) {
    const state = lackOf(w, segment);
    if (state === 0) continue;
    lacking += 1;
    if (state === 3) gone += 1;
  }
  if (lacking === 0) return asOf !== null && !isOverBy(w, n - 1, asOf) ? PENDING : NOTHING;
  const wholeDay = gone === n && (asOf === null || isOverBy(w, n - 1, asOf));
  const amount = w.rule.absence?.noInNoOut ?? null;
  if (wholeDay && amount !== null) {
    absentAllDay(w);
    return NOTHING;
  }
  const missing: number[] = [];
  let pending = false;
  for (let segment = 0; segment < n; segment++) {
    const lack = lackOf(w, segment);
    const open = asOf !== null && !isOverBy(w, segment, asOf);
    if (open) pending = true;
    // While a segment runs only an in before a present out is known to be missing.
    if (lack !== 0 && (!open || (lack === 1 && w.outs[segment] !== NONE)))
      judgeLack(w, segment, lack, missing);
  }
  return { missing, pending };
}

/** 0 nothing, 1 the in, 2 the out, 3 both. Free cards and wholly covered segments lack nothing. */
function lackOf(w: Workings, segment: number): number {
  const noIn = w.ins[segment] === NONE && w.laid.freeIn[segment] === false;
  const noOut = w.outs[segment] === NONE && w.laid.freeOut[segment] === false;
  if ((!noIn && !noOut) || isExcused(w, segment)) return 0;
  return (noIn ? 1 : 0) + (noOut ? 2 : 0);
}

function absentAllDay(w: Workings): void {
  const amount = w.rule.absence?.noInNoOut ?? 'wholeDay';
  const due = amount === 'halfDay' ? Math.ceil(w.laid.net / 2) : w.laid.net;
  let left = due;
  for (let segment = 0; segment < w.ins.length && left > 0; segment++) left -= addAbsence(w, segment, left);
  w.absentCount = 1;
  note(w, 'absent', due - left, null, 'no-in-no-out', NONE, NONE, null, null);
}

function judgeLack(w: Workings, segment: number, lack: number, missing: number[]): void {
  const absence = w.rule.absence;
  const amount =
    absence === null ? null : lack === 3 ? absence.noInNoOut : lack === 1 ? absence.noIn : absence.noOut;
  if (amount !== null) {
    const worth = lack === 3 ? uncovered(w, segment) : missingAbsence(w, amount, segment);
    const basis = lack === 3 ? 'no-in-no-out' : lack === 1 ? 'no-in' : 'no-out';
    note(w, 'absent', addAbsence(w, segment, worth), segment, basis, NONE, NONE, null, null);
    return;
  }
  if (lack !== 2) {
    missing.push(2 * segment);
    note(
      w,
      'missing-in',
      0,
      segment,
      'shift',
      dueOr(startOf(w, segment), w.laid.starts[segment] as number),
      NONE,
      null,
      null,
    );
  }
  if (lack !== 1) {
    missing.push(2 * segment + 1);
    note(
      w,
      'missing-out',
      0,
      segment,
      'shift',
      dueOr(endOf(w, segment), w.laid.ends[segment] as number),
      NONE,
      null,
      null,
    );
  }
}

/** Whether the part of time in which a segment's cards can be made has ended. */
function isOverBy(w: Workings, segment: number, asOf: number): boolean {
  const { cardSegment, cuts2, windows } = w.laid;
  const lastCard = cardSegment.lastIndexOf(segment);
  if (lastCard < 0) return true;
  if (windows !== null) return asOf > (windows[2 * lastCard + 1] as number);
  return 2 * asOf >= (cuts2[lastCard] ?? w.plan.close2);
}

const dueOr = (due: number, nominal: number): number => (due === NONE ? nominal : due);
