import { workMinutesBetween } from '../../schedule/laid-shift';
import { NONE } from '../none';
import type { Workings } from '../workings';

/** Work minutes between each segment's two cards, inside [S′, E′]; 0 where a card is missing (docs/rules.md §14). */
export function workedMinutes(w: Workings): number {
  let minutes = 0;
  for (let segment = 0; segment < w.segments; segment++) {
    const from = workedFrom(w, segment);
    const to = workedTo(w, segment);
    if (from !== NONE && to !== NONE) minutes += workedWithin(w, from, to);
  }
  return minutes;
}

function workedFrom(w: Workings, segment: number): number {
  const start = w.startOf(segment);
  if (w.laid.freeIn[segment] === true) return start;
  const card = w.ins[segment] as number;
  return card === NONE || card > start ? card : start;
}

function workedTo(w: Workings, segment: number): number {
  const end = w.endOf(segment);
  if (w.laid.freeOut[segment] === true) return end;
  const card = w.outs[segment] as number;
  return card < end ? card : end;
}

function workedWithin(w: Workings, from: number, to: number): number {
  const minutes = workMinutesBetween(w.laid.rests, from, to);
  const onLeave = w.leave.length > 0 && w.rule.settings.leaveOutOfWorked;
  return onLeave ? minutes - w.coveredMinutes(from, to, w.leave) : minutes;
}

/** Worked minutes of the night window that begins `offset` days after the duty date (docs/rules.md §8). */
export function nightMinutes(w: Workings, offset: number): number {
  const window = w.rule.settings.nightWindow;
  if (window === null) return 0;
  const { day, zone } = w.laid;
  const opens = zone.instantAt(day + offset, window.from);
  const closes = zone.instantAt(day + offset, window.to);
  let minutes = 0;
  for (let segment = 0; segment < w.segments; segment++) {
    const from = workedFrom(w, segment);
    const to = workedTo(w, segment);
    if (from !== NONE && to !== NONE) minutes += workedWithin(w, Math.max(from, opens), Math.min(to, closes));
  }
  return minutes;
}
