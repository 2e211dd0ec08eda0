import type { CompiledLateOutRow } from '../../schedule/compiled-flex';
import { NONE } from '../none';
import type { Workings } from '../workings';

/** What a row grants after an evening of `lateOut` minutes; 0 when it is not satisfied. */
function grantOf({ mode, after, grant }: CompiledLateOutRow, lateOut: number): number {
  if (lateOut < after) return 0;
  return mode === 'fixed' ? grant : Math.min(lateOut, grant);
}

/** The row with the largest grant, of equal ones the elastic; -1 when none is satisfied. */
function bestRow(rows: readonly CompiledLateOutRow[], lateOut: number): number {
  let best = -1;
  let grant = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as CompiledLateOutRow;
    const offered = grantOf(row, lateOut);
    if (offered > grant || (offered === grant && offered > 0 && row.mode === 'elastic')) {
      best = i;
      grant = offered;
    }
  }
  return best;
}

/**
 * Step 4 (docs/rules.md §3): a late evening on the previous scheduled day lets today begin later. Only real
 * punches count, today's in among them.
 */
export function lateOutLateIn(w: Workings): void {
  const policy = w.rule.lateOut;
  if (policy === null || !w.firstInReal || w.carryOut === NONE || w.carryEnd === NONE) return;
  if (policy.yesterdayOnly && w.plan.day - w.carryDay !== 1) return;
  const lateOut = w.carryOut - w.carryEnd;
  const best = bestRow(policy.rows, lateOut);
  if (best < 0) return;
  const row = policy.rows[best] as CompiledLateOutRow;
  const grant = grantOf(row, lateOut);
  const firstIn = w.ins[0] as number;
  const used = row.mode === 'fixed' ? grant : Math.min(firstIn - w.dueIn, grant);
  w.dueIn += used;
  if (policy.makeUp) w.dueOut += used;
  const at = w.note('late-out-late-in', used, 0, row.mode, NONE, NONE, lateOut, row.after);
  w.add(at, 'expected', w.carryEndClock);
  w.add(at, 'actual', w.carryOutClock);
  w.add(at, 'unit', grant);
  w.add(at, 'from', w.plan.day - w.carryDay);
  w.addRow(at, best + 1);
}
