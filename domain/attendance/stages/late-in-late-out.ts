import type { Workings } from '../workings';

/** Step 6 (docs/rules.md §2): lateness left after step 4 that may be made up in the evening. */
export function lateInLateOut(w: Workings): void {
  const policy = w.rule.rule.lateInLateOut;
  const firstIn = w.ins[0] as number;
  if (policy == null || firstIn <= w.dueIn) return;
  const late = firstIn - w.dueIn;
  const fixed = policy.mode === 'fixed';
  const cap = fixed ? policy.lateMinutes : policy.capMinutes;
  const { overCapFixed, overCapElastic } = w.rule.settings;
  const overCap = policy.overCap ?? (fixed ? overCapFixed : overCapElastic);
  if (late > cap && overCap === 'void') {
    w.note('late-in-over-cap', late - cap, 0, policy.mode, w.dueIn, firstIn, late, cap);
    return;
  }
  const moved = fixed ? cap : Math.min(late, cap);
  const stay = fixed ? policy.stayMinutes : moved;
  w.dueIn += moved;
  w.dueOut += stay;
  w.add(w.note('late-in-late-out', stay, 0, policy.mode, w.dueOut, firstIn, late, cap), 'unit', moved);
}
