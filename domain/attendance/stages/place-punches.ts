import type { DutyPlan } from '../../schedule/day-outline';
import type { LaidShift } from '../../schedule/laid-shift';
import { isReal } from '../punch';
import type { Punch } from '../punch';
import { NONE, note } from '../workings';
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
export function placePunches(w: Workings, punches: readonly Punch[], from: number, to: number): void {
  const { plan, laid, ins, outs, inPunch, outPunch } = w;
  const lastSegment = ins.length - 1;
  for (let i = from; i < to; i++) {
    const punch = punches[i] as Punch;
    const minute = punch.minute as number;
    if (!belongsTo(plan, minute)) continue;
    const card = cardAt(laid, minute);
    const segment = card < 0 ? 0 : (laid.cardSegment[card] as number);
    const isOut = punch.kind === null ? laid.cardIsOut[card] === true : punch.kind === 'out';
    if (card < 0 || (isOut ? laid.freeOut[segment] : laid.freeIn[segment]) === true) {
      note(
        w,
        'unplaced',
        0,
        null,
        laid.windows === null ? 'shift' : 'window',
        NONE,
        minute,
        null,
        null,
      ).punch = punch.id;
      continue;
    }
    const real = isReal(punch.source);
    if (isOut) {
      if (minute > (outs[segment] as number)) {
        outs[segment] = minute;
        outPunch[segment] = punch.id;
      }
      if (real && segment === lastSegment && minute > w.lastRealOut) w.lastRealOut = minute;
    } else {
      const known = ins[segment] as number;
      if (known === NONE || minute < known) {
        ins[segment] = minute;
        inPunch[segment] = punch.id;
        if (segment === 0) w.firstInReal = real;
      } else if (minute === known && segment === 0 && real) w.firstInReal = true;
    }
  }
  dropOutsBeforeIn(w);
}

/** An out before its segment's first in is kept but is no card. */
function dropOutsBeforeIn(w: Workings): void {
  const { ins, outs, outPunch } = w;
  for (let segment = 0; segment < ins.length; segment++) {
    const first = ins[segment] as number;
    const out = outs[segment] as number;
    if (first === NONE || out === NONE || out >= first) continue;
    note(w, 'out-before-in', 0, segment, 'shift', first, out, null, null).punch = outPunch[segment] ?? null;
    outs[segment] = NONE;
    outPunch[segment] = null;
  }
  const lastIn = ins[ins.length - 1] as number;
  if (lastIn !== NONE && w.lastRealOut < lastIn) w.lastRealOut = NONE;
}
