import { workMinutesBetween } from '../../schedule/laid-shift';
import { addDays } from '../../time/local-date';
import type { NightPart } from '../verdict';
import { NONE, coveredMinutes, endOf, startOf } from '../workings';
import type { Workings } from '../workings';

/** Work minutes between a segment's two cards, inside [S′, E′]; 0 where a card is missing (docs/rules.md §14). */
export function workedMinutes(w: Workings, segment: number): number {
  return workedWithin(w, segment, -Infinity, Infinity);
}

function workedWithin(w: Workings, segment: number, notBefore: number, notAfter: number): number {
  const start = startOf(w, segment);
  const end = endOf(w, segment);
  const cardIn = w.laid.freeIn[segment] === true ? start : (w.ins[segment] as number);
  const cardOut = w.laid.freeOut[segment] === true ? end : (w.outs[segment] as number);
  if (cardIn === NONE || cardOut === NONE || start === NONE) return 0;
  let from = cardIn > start ? cardIn : start;
  let to = cardOut < end ? cardOut : end;
  if (notBefore > from) from = notBefore;
  if (notAfter < to) to = notAfter;
  const minutes = workMinutesBetween(w.laid.rests, from, to);
  const onLeave = w.leave.length > 0 && w.rule.settings.leaveOutOfWorked;
  return onLeave ? minutes - coveredMinutes(w, from, to, w.leave) : minutes;
}

const NO_NIGHT: readonly NightPart[] = [];

/** Worked minutes of each night the day touches, for the night premium (docs/rules.md §8). */
export function nightParts(w: Workings): readonly NightPart[] {
  const window = w.rule.settings.nightWindow;
  if (window === null) return NO_NIGHT;
  const { day, date, zone, starts } = w.laid;
  const parts: NightPart[] = [];
  for (const shift of [-1, 0, 1]) {
    const from = zone.instantAt(day + shift, window.from);
    const to = zone.instantAt(day + shift, window.to);
    let minutes = 0;
    for (let segment = 0; segment < starts.length; segment++) minutes += workedWithin(w, segment, from, to);
    if (minutes > 0) parts.push({ date: addDays(date, shift), minutes });
  }
  return parts;
}
