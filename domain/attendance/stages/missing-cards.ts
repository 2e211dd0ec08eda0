import { NONE, WHOLE_DAY } from '../none';
import type { Workings } from '../workings';
import { addAbsence, missingAbsence } from './absence';
import { isExcused } from './cover';

/** What a segment lacks. Free cards and wholly covered segments lack nothing. */
const NOTHING = 0;
const THE_IN = 1;
const THE_OUT = 2;
const BOTH = 3;

/**
 * The cards that should be there (docs/rules.md §6 and §7): 漏签, or 旷工 where the situation's switch is on.
 * `asOf` is the minute up to which the day is known; NONE when all of it is past.
 */
export function judgeMissing(w: Workings, asOf: number): void {
  const last = w.segments - 1;
  let gone = 0;
  let lacking = 0;
  let free = 0;
  for (let segment = 0; segment <= last; segment++) {
    const lack = lackOf(w, segment);
    if (lack !== NOTHING) lacking += 1;
    if (lack === BOTH) gone += 1;
    if (w.laid.freeIn[segment] === true && w.laid.freeOut[segment] === true) free += 1;
  }
  w.pending = asOf !== NONE && !isOverBy(w, last, asOf);
  if (lacking === 0) return;
  const allDay = gone === w.segments - free && !w.pending;
  if (allDay && w.rule.absence !== null && w.rule.absence.noInNoOut !== null) return absentAllDay(w);
  for (let segment = 0; segment <= last; segment++) {
    const lack = lackOf(w, segment);
    if (lack === NOTHING) continue;
    const running = asOf !== NONE && !isOverBy(w, segment, asOf);
    // While a segment runs only an in before a present out is known to be missing.
    if (!running || (lack === THE_IN && w.outs[segment] !== NONE)) judgeLack(w, segment, lack);
  }
}

function lackOf(w: Workings, segment: number): number {
  const { freeIn, freeOut } = w.laid;
  const noIn = w.ins[segment] === NONE && freeIn[segment] === false;
  const noOut = w.outs[segment] === NONE && freeOut[segment] === false;
  if ((!noIn && !noOut) || isExcused(w, segment)) return NOTHING;
  return (noIn ? THE_IN : 0) + (noOut ? THE_OUT : 0);
}

/** Every segment without any card: the amount once for the day, spread over the segments for their caps. */
function absentAllDay(w: Workings): void {
  const amount = w.rule.absence?.noInNoOut ?? 'wholeDay';
  const due = amount === 'halfDay' ? Math.ceil(w.laid.net / 2) : w.laid.net;
  let left = due;
  for (let segment = 0; segment < w.segments && left > 0; segment++) left -= addAbsence(w, segment, left);
  w.absentCount = 1;
  w.note('absent', due - left, WHOLE_DAY, 'no-in-no-out', NONE, NONE, NONE, NONE);
}

function judgeLack(w: Workings, segment: number, lack: number): void {
  const { absence } = w.rule;
  const amount =
    absence === null
      ? null
      : lack === BOTH
        ? absence.noInNoOut
        : lack === THE_IN
          ? absence.noIn
          : absence.noOut;
  if (amount !== null) {
    const worth = lack === BOTH ? w.uncovered(segment) : missingAbsence(w, amount, segment);
    const basis = lack === BOTH ? 'no-in-no-out' : lack === THE_IN ? 'no-in' : 'no-out';
    w.note('absent', addAbsence(w, segment, worth), segment, basis, NONE, NONE, NONE, NONE);
    return;
  }
  if (lack !== THE_OUT) {
    w.missing |= 1 << (2 * segment);
    const due = w.startOf(segment);
    const expected = due === NONE ? (w.laid.starts[segment] as number) : due;
    w.note('missing-in', 0, segment, 'shift', expected, NONE, NONE, NONE);
  }
  if (lack !== THE_IN) {
    w.missing |= 2 << (2 * segment);
    const due = w.endOf(segment);
    const expected = due === NONE ? (w.laid.ends[segment] as number) : due;
    w.note('missing-out', 0, segment, 'shift', expected, NONE, NONE, NONE);
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
