import type { Workings } from '../workings';

/** Step 5 (docs/rules.md §1): whoever comes before the original start may leave earlier. */
export function earlyInEarlyOut(w: Workings): void {
  const policy = w.rule.earlyIn;
  if (policy === null) return;
  const { mode, limit, leave } = policy;
  const firstIn = w.ins[0] as number;
  const early = (w.laid.starts[0] as number) - firstIn;
  const moved = mode === 'fixed' ? (early >= limit ? leave : 0) : Math.min(early, limit);
  if (moved === 0) return;
  w.dueOut -= moved;
  w.note('early-in-early-out', moved, 0, mode, w.dueOut, firstIn, early, limit);
}
