import { NONE } from '../none';
import type { Workings } from '../workings';
import { addAbsence, isOver, thresholdAbsence } from './absence';
import { pastAllowance } from './allowance';

/** Step 9: how early each out card is, in work minutes to E′ that no cover takes. */
export function judgeOuts(w: Workings): void {
  const last = w.segments - 1;
  for (let segment = 0; segment <= last; segment++) {
    const at = w.outs[segment] as number;
    if (at === NONE) continue;
    const due = segment === last ? w.earlyUntil : w.endOf(segment);
    if (due === NONE) {
      const note = w.note('early-not-judged', 0, segment, 'shift', NONE, at, NONE, NONE);
      w.add(note, 'from', w.outPunch[segment] as number);
    } else if (at < due) {
      const start = w.startOf(segment);
      const minutes = w.openMinutes(at > start ? at : start, due);
      if (minutes > 0) judgeEarly(w, segment, due, at, minutes);
    }
  }
}

function judgeEarly(w: Workings, segment: number, due: number, at: number, minutes: number): void {
  const { rule } = w;
  const allowed = rule.graced && !w.laid.flexible ? rule.allowedEarly : 0;
  const threshold = rule.graced && rule.absence !== null ? rule.absence.early : null;
  const early = pastAllowance(w, minutes, allowed);
  const basis = due === w.laid.ends[segment] ? 'shift' : 'moved';
  let note: number;
  if (early === 0) note = w.note('allowed-early', minutes, segment, basis, due, at, minutes, allowed);
  else if (threshold !== null && isOver(threshold, minutes)) {
    const absent = addAbsence(w, segment, thresholdAbsence(w, threshold, minutes, segment));
    note = w.note('absent', absent, segment, 'early-over', due, at, minutes, threshold.minutes);
    w.add(note, 'unit', threshold.unit);
  } else {
    w.early += early;
    w.earlyCount += 1;
    note = w.note('early', early, segment, basis, due, at, minutes, allowed);
  }
  w.add(note, 'from', w.outPunch[segment] as number);
}
