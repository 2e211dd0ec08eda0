import { NONE, endOf, note, openMinutes, startOf } from '../workings';
import type { Workings } from '../workings';
import { addAbsence, isOver, thresholdAbsence } from './absence';
import { pastAllowance } from './allowance';

/** Step 9: how early each out card is, in work minutes to E′ that no cover takes. */
export function judgeOuts(w: Workings): void {
  const last = w.outs.length - 1;
  for (let segment = 0; segment <= last; segment++) {
    const at = w.outs[segment] as number;
    if (at === NONE) continue;
    const due = segment === last ? w.earlyUntil : endOf(w, segment);
    if (due === NONE) {
      note(w, 'early-not-judged', 0, segment, 'shift', NONE, at, null, null).punch =
        w.outPunch[segment] ?? null;
    } else if (at < due) {
      const minutes = openMinutes(w, Math.max(at, startOf(w, segment)), due);
      if (minutes > 0) judgeEarly(w, segment, due, at, minutes);
    }
  }
}

function judgeEarly(w: Workings, segment: number, due: number, at: number, minutes: number): void {
  const { rule } = w;
  const allowed = rule.graced && !w.laid.flexible ? rule.allowedEarly : 0;
  const threshold = rule.graced && rule.absence !== null ? rule.absence.early : null;
  const early = pastAllowance(w, minutes, allowed);
  const punch = w.outPunch[segment] ?? null;
  const basis = due === w.laid.ends[segment] ? 'shift' : 'moved';
  if (early === 0) {
    note(w, 'allowed-early', minutes, segment, basis, due, at, minutes, allowed).punch = punch;
  } else if (isOver(threshold, minutes)) {
    const absent = addAbsence(w, segment, thresholdAbsence(w, threshold, minutes, segment));
    const because = note(w, 'absent', absent, segment, 'early-over', due, at, minutes, threshold.minutes);
    because.unit = threshold.unit;
    because.punch = punch;
  } else {
    w.early += early;
    w.earlyCount += 1;
    note(w, 'early', early, segment, basis, due, at, minutes, allowed).punch = punch;
  }
}
