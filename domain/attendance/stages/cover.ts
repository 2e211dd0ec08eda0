import { joined, overlap } from '../../time/interval';
import { workMinutesBetween } from '../../schedule/laid-shift';
import type { Approval } from '../approval';
import { NONE, WHOLE_DAY } from '../none';
import type { Workings } from '../workings';

/**
 * Lays leave, outing and trip over the day (docs/rules.md §16). What is covered is taken out of every lateness
 * and earliness before the allowances decide. Returns whether flex is off: cover holds S or E.
 */
export function layCover(w: Workings): boolean {
  const { laid, approvals } = w;
  const start = laid.starts[0] as number;
  const end = laid.ends[w.segments - 1] as number;
  let found: Approval[] | null = null;
  for (let i = 0; i < approvals.length; i++) {
    const approval = approvals[i] as Approval;
    if (approval.kind === 'overtime' || overlap(approval.from, approval.to, start, end) === 0) continue;
    noteCover(w, approval, i, start, end);
    if (found === null) found = [approval];
    else found.push(approval);
  }
  if (found === null) return false;
  w.cover = joined(found);
  w.leave = joined(found.filter(({ kind }) => kind === 'leave'));
  const holdsEdge = w.cover.some(
    ({ from, to }) => (from <= start && start < to) || (from < end && end <= to),
  );
  if (holdsEdge) noteFlexOff(w);
  return holdsEdge;
}

function noteCover(
  w: Workings,
  { kind, from, to }: Approval,
  index: number,
  start: number,
  end: number,
): void {
  const { starts, ends, rests } = w.laid;
  let minutes = 0;
  for (let i = 0; i < w.segments; i++)
    minutes += workMinutesBetween(
      rests,
      Math.max(from, starts[i] as number),
      Math.min(to, ends[i] as number),
    );
  if (minutes === 0 || kind === 'overtime') return;
  const at = w.covers.take(2);
  w.covers.words[at] = index;
  w.covers.words[at + 1] = minutes;
  w.note('cover', minutes, WHOLE_DAY, kind, Math.max(from, start), Math.min(to, end), minutes, NONE);
}

/** Says that the flex of the day is off, when there was any to use. */
function noteFlexOff(w: Workings): void {
  const { earlyIn, lateIn, lateOut } = w.rule;
  if (earlyIn !== null || lateIn !== null || lateOut !== null)
    w.note('flex-off', 0, WHOLE_DAY, 'leave', NONE, NONE, NONE, NONE);
}

/** A segment's cards are excused only when all of it is covered. */
export function isExcused(w: Workings, segment: number): boolean {
  if (w.cover.length === 0) return false;
  const { starts, ends, nets } = w.laid;
  const covered = w.coveredMinutes(starts[segment] as number, ends[segment] as number, w.cover);
  return covered >= (nets[segment] as number);
}
