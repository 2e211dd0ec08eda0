import { NONE } from '../none';
import type { Workings } from '../workings';
import { addAbsence, isOver, thresholdAbsence } from './absence';
import { pastAllowance } from './allowance';

/** Steps 7 and 8: how late each in card is, in work minutes from S′ that no cover takes. */
export function judgeIns(w: Workings): void {
  for (let segment = 0; segment < w.segments; segment++) {
    const at = w.ins[segment] as number;
    const due = w.startOf(segment);
    const joins = segment === 0 ? w.shortfall : 0;
    if (at === NONE || (at <= due && joins === 0)) continue;
    const end = w.endOf(segment);
    const minutes = w.openMinutes(due, at < end ? at : end) + joins;
    if (minutes > 0) judgeLate(w, segment, due, at, minutes);
  }
}

function judgeLate(w: Workings, segment: number, due: number, at: number, minutes: number): void {
  const { rule } = w;
  const allowed = rule.graced && !w.laid.flexible ? rule.allowedLate : 0;
  const threshold = rule.graced && rule.absence !== null ? rule.absence.late : null;
  const late = pastAllowance(w, minutes, allowed);
  const basis = due === w.laid.starts[segment] ? 'shift' : 'moved';
  let note: number;
  if (late === 0) note = w.note('allowed-late', minutes, segment, basis, due, at, minutes, allowed);
  else if (threshold !== null && isOver(threshold, minutes)) {
    const absent = addAbsence(w, segment, thresholdAbsence(w, threshold, minutes, segment));
    note = w.note('absent', absent, segment, 'late-over', due, at, minutes, threshold.minutes);
    w.add(note, 'unit', threshold.unit);
  } else {
    w.late += late;
    w.lateCount += 1;
    note = w.note('late', late, segment, basis, due, at, minutes, allowed);
  }
  w.add(note, 'from', w.inPunch[segment] as number);
}
