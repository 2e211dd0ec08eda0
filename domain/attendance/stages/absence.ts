import type { AbsenceAmount } from '../../schedule/absence-policy';
import type { CompiledThreshold } from '../../schedule/compiled-rule';
import type { Workings } from '../workings';

/** Whether so many minutes late or early are absence (docs/rules.md §5). */
export const isOver = (threshold: CompiledThreshold, minutes: number): boolean =>
  threshold.inclusive ? minutes >= threshold.minutes : minutes > threshold.minutes;

/** What a card over its threshold is worth, before the caps. */
export function thresholdAbsence(
  w: Workings,
  threshold: CompiledThreshold,
  minutes: number,
  segment: number,
): number {
  if (threshold.amount === 'step')
    return threshold.unit > 0 ? Math.ceil(minutes / threshold.unit) * threshold.unit : minutes;
  return threshold.amount === 'actual' ? minutes : missingAbsence(w, threshold.amount, segment);
}

/** What a missing card is worth, before the caps. With no minutes to measure, `actual` and `step` are the segment's. */
export function missingAbsence(w: Workings, amount: AbsenceAmount, segment: number): number {
  if (amount === 'wholeDay') return w.laid.net;
  if (amount === 'halfDay') return Math.ceil(w.laid.net / 2);
  return w.laid.nets[segment] as number;
}

/** Adds absence to a segment, never beyond the minutes of it that no cover takes. Returns what was added. */
export function addAbsence(w: Workings, segment: number, minutes: number): number {
  const had = w.absent[segment] as number;
  const added = Math.max(0, Math.min(minutes, w.uncovered(segment) - had));
  w.absent[segment] = had + added;
  w.absentCount += 1;
  return added;
}
