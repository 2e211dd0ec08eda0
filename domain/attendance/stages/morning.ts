import { NONE, note, openMinutes, startOf, endOf } from '../workings';
import type { Workings } from '../workings';
import { addAbsence, isOver, thresholdAbsence } from './absence';
import { pastAllowance } from './allowance';

/** Steps 7 and 8: how late each in card is, in work minutes from S′ that no cover takes. */
export function judgeIns(w: Workings): void {
  for (let segment = 0; segment < w.ins.length; segment++) {
    const at = w.ins[segment] as number;
    const due = startOf(w, segment);
    if (at === NONE || (at <= due && (segment > 0 || w.shortfall === 0))) continue;
    const minutes = openMinutes(w, due, Math.min(at, endOf(w, segment))) + (segment === 0 ? w.shortfall : 0);
    if (minutes > 0) judgeLate(w, segment, due, at, minutes);
  }
}

function judgeLate(w: Workings, segment: number, due: number, at: number, minutes: number): void {
  const { rule } = w;
  const allowed = rule.graced && !w.laid.flexible ? rule.allowedLate : 0;
  const threshold = rule.graced && rule.absence !== null ? rule.absence.late : null;
  const late = pastAllowance(w, minutes, allowed);
  const punch = w.inPunch[segment] ?? null;
  const basis = due === w.laid.starts[segment] ? 'shift' : 'moved';
  if (late === 0) {
    note(w, 'allowed-late', minutes, segment, basis, due, at, minutes, allowed).punch = punch;
  } else if (isOver(threshold, minutes)) {
    const absent = addAbsence(w, segment, thresholdAbsence(w, threshold, minutes, segment));
    const because = note(w, 'absent', absent, segment, 'late-over', due, at, minutes, threshold.minutes);
    because.unit = threshold.unit;
    because.punch = punch;
  } else {
    w.late += late;
    w.lateCount += 1;
    note(w, 'late', late, segment, basis, due, at, minutes, allowed).punch = punch;
  }
}
