import type { Workings } from '../workings';

/** Step 7 (docs/rules.md §4): minutes inside the allowance are nothing; past it all of them, or the rest. */
export function pastAllowance(w: Workings, minutes: number, allowed: number): number {
  if (minutes <= allowed) return 0;
  return w.rule.excludeGrace ? minutes - allowed : minutes;
}
