import type { Workings } from '../workings';

/** Step 6 (docs/rules.md §2): lateness left after step 4 that may be made up in the evening. */
export function lateInLateOut(w: Workings): void {
  const policy = w.rule.lateIn;
  const firstIn = w.ins[0] as number;
  if (policy === null || firstIn <= w.dueIn) return;
  const { mode, cap, voidPastCap } = policy;
  const late = firstIn - w.dueIn;
  if (late > cap && voidPastCap) {
    w.note('late-in-over-cap', late - cap, 0, mode, w.dueIn, firstIn, late, cap);
    return;
  }
  const moved = mode === 'fixed' ? cap : Math.min(late, cap);
  const stay = mode === 'fixed' ? policy.stay : moved;
  w.dueIn += moved;
  w.dueOut += stay;
  w.add(w.note('late-in-late-out', stay, 0, mode, w.dueOut, firstIn, late, cap), 'unit', moved);
}
