import { joined, overlap } from '../../time/interval';
import { workMinutesBetween } from '../../schedule/laid-shift';
import type { Approval } from '../approval';
import type { CoverPart } from '../verdict';
import { NONE, coveredMinutes, note } from '../workings';
import type { Workings } from '../workings';

/**
 * Lays leave, outing and trip over the day (docs/rules.md §16). What is covered is taken out of every lateness
 * and earliness before the allowances decide. Returns whether flex is off: cover holds S or E.
 */
export function layCover(w: Workings, approvals: readonly Approval[]): boolean {
  const { starts, ends, rests } = w.laid;
  const start = starts[0] as number;
  const end = ends[ends.length - 1] as number;
  const covers = approvals.filter(
    ({ kind, from, to }) => kind !== 'overtime' && overlap(from, to, start, end) > 0,
  );
  if (covers.length === 0) return false;
  w.cover = joined(covers);
  w.leave = joined(covers.filter(({ kind }) => kind === 'leave'));
  w.covers = [];
  for (const { kind, type, from, to } of covers) {
    let minutes = 0;
    for (let i = 0; i < starts.length; i++)
      minutes += workMinutesBetween(
        rests,
        Math.max(from, starts[i] as number),
        Math.min(to, ends[i] as number),
      );
    if (minutes === 0) continue;
    w.covers.push({ kind: kind as CoverPart['kind'], type, minutes });
    note(
      w,
      'cover',
      minutes,
      null,
      kind as CoverPart['kind'],
      Math.max(from, start),
      Math.min(to, end),
      minutes,
      null,
    );
  }
  return w.cover.some(({ from, to }) => (from <= start && start < to) || (from < end && end <= to));
}

/** A segment's cards are excused only when all of it is covered. */
export function isExcused(w: Workings, segment: number): boolean {
  if (w.cover.length === 0) return false;
  const { starts, ends, nets } = w.laid;
  return coveredMinutes(w, starts[segment] as number, ends[segment] as number) >= (nets[segment] as number);
}

/** Notes that the flex of the day is off, when there was any to use. */
export function noteFlexOff(w: Workings): void {
  const { rule } = w.rule;
  if (rule.earlyInEarlyOut || rule.lateInLateOut || rule.lateOutLateIn)
    note(w, 'flex-off', 0, null, 'leave', NONE, NONE, null, null);
}
