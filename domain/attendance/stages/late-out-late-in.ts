import { afterOf } from '../../schedule/flex';
import type { LateOutRow } from '../../schedule/flex';
import { NONE } from '../none';
import type { Workings } from '../workings';

/** What a row grants after an evening of `lateOut` minutes; 0 when it is not satisfied. */
export function grantOf(row: LateOutRow, lateOut: number): number {
  if (lateOut < afterOf(row)) return 0;
  return row.mode === 'fixed' ? row.lateMinutes : Math.min(lateOut, row.capMinutes);
}

/** The row with the largest grant, of equal ones the elastic; -1 when none is satisfied. */
export function bestRow(rows: readonly LateOutRow[], lateOut: number): number {
  let best = -1;
  let grant = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as LateOutRow;
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
  const policy = w.rule.rule.lateOutLateIn;
  if (policy == null || !w.firstInReal || w.carryOut === NONE || w.carryEnd === NONE) return;
  if (w.rule.settings.lookback === 'previousCalendarDay' && w.plan.day - w.carryDay !== 1) return;
  const lateOut = w.carryOut - w.carryEnd;
  const best = bestRow(policy.rows, lateOut);
  if (best < 0) return;
  const row = policy.rows[best] as LateOutRow;
  const grant = grantOf(row, lateOut);
  const firstIn = w.ins[0] as number;
  const used = row.mode === 'fixed' ? grant : Math.min(firstIn - w.dueIn, grant);
  w.dueIn += used;
  if (policy.makeUp ?? w.rule.settings.makeUp) w.dueOut += used;
  const at = w.note('late-out-late-in', used, 0, row.mode, NONE, NONE, lateOut, afterOf(row));
  w.add(at, 'expected', w.carryEndClock);
  w.add(at, 'actual', w.carryOutClock);
  w.add(at, 'unit', grant);
  w.add(at, 'row', best + 1);
  w.add(at, 'day', w.carryDay);
}
