import type { Workings } from '../workings';

/** Step 5 (docs/rules.md §1): whoever comes before the original start may leave earlier. */
export function earlyInEarlyOut(w: Workings): void {
  const policy = w.rule.rule.earlyInEarlyOut;
  if (policy == null) return;
  const firstIn = w.ins[0] as number;
  const early = (w.laid.starts[0] as number) - firstIn;
  const fixed = policy.mode === 'fixed';
  const limit = fixed ? policy.earlyMinutes : policy.capMinutes;
  const moved = fixed ? (early >= limit ? policy.leaveMinutes : 0) : Math.min(early, limit);
  if (moved === 0) return;
  w.dueOut -= moved;
  w.note('early-in-early-out', moved, 0, policy.mode, w.dueOut, firstIn, early, limit);
}
