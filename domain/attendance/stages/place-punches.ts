import type { DutyPlan } from '../../schedule/day-outline';
import type { LaidShift } from '../../schedule/laid-shift';
import { NONE, WHOLE_DAY } from '../none';
import { isReal } from '../punch';
import type { Punch } from '../punch';
import type { Workings } from '../workings';

/** Whether a punch at this minute belongs to the day at all. */
export const belongsTo = (plan: DutyPlan, minute: number): boolean =>
  2 * minute >= plan.open2 && 2 * minute < plan.close2;

/** Which card's part holds a minute, as an index into the day's cards; -1 when no window does. */
export function cardAt(laid: LaidShift, minute: number): number {
  const { windows, cuts2 } = laid;
  if (windows !== null) {
    for (let card = 0; 2 * card < windows.length; card++)
      if (minute >= (windows[2 * card] as number) && minute <= (windows[2 * card + 1] as number)) return card;
    return -1;
  }
  let card = 0;
  while (card < cuts2.length && 2 * minute >= (cuts2[card] as number)) card += 1;
  return laid.edges.length === 0 ? -1 : card;
}

/**
 * Step 2 (docs/rules.md §7): the first in and the last out of each segment. A punch with a kind can only be a
 * card of that kind, in the segment whose part holds it; one without takes the card whose part holds it. The
 * order of the punches plays no part. Only punches[from..to) are looked at.
 */
export function placePunches(w: Workings, from: number, to: number): void {
  const { plan, laid, punches, ins, outs } = w;
  const lastSegment = w.segments - 1;
  for (let i = from; i < to; i++) {
    const punch = punches[i] as Punch;
    const minute = punch.minute as number;
    if (!belongsTo(plan, minute)) continue;
    const card = cardAt(laid, minute);
    const segment = card < 0 ? 0 : (laid.cardSegment[card] as number);
    const isOut = punch.kind === null ? laid.cardIsOut[card] === true : punch.kind === 'out';
    if (card < 0 || (isOut ? laid.freeOut[segment] : laid.freeIn[segment]) === true) {
      const at = w.note(
        'unplaced',
        0,
        WHOLE_DAY,
        laid.windows === null ? 'shift' : 'window',
        NONE,
        minute,
        NONE,
        NONE,
      );
      w.add(at, 'from', i);
    } else if (isOut) {
      if (minute > (outs[segment] as number)) {
        outs[segment] = minute;
        w.outPunch[segment] = i;
      }
      if (segment === lastSegment && minute > w.lastRealOut && isReal(punch.source)) w.lastRealOut = minute;
    } else takeIn(w, segment, minute, i, punch);
  }
  for (let segment = 0; segment <= lastSegment; segment++) dropOutBeforeIn(w, segment);
  const lastIn = ins[lastSegment] as number;
  if (w.lastRealOut < lastIn) w.lastRealOut = NONE;
}

function takeIn(w: Workings, segment: number, minute: number, i: number, punch: Punch): void {
  const known = w.ins[segment] as number;
  if (known === NONE || minute < known) {
    w.ins[segment] = minute;
    w.inPunch[segment] = i;
    if (segment === 0) w.firstInReal = isReal(punch.source);
  } else if (minute === known && segment === 0 && isReal(punch.source)) w.firstInReal = true;
}

/** An out before its segment's first in is kept but is no card. */
function dropOutBeforeIn(w: Workings, segment: number): void {
  const first = w.ins[segment] as number;
  const out = w.outs[segment] as number;
  if (out === NONE || out >= first) return;
  w.add(
    w.note('out-before-in', 0, segment, 'shift', first, out, NONE, NONE),
    'from',
    w.outPunch[segment] as number,
  );
  w.outs[segment] = NONE;
  w.outPunch[segment] = NONE;
}
