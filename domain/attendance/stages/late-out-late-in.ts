import { afterOf } from '../../schedule/flex';
import type { LateOutRow } from '../../schedule/flex';
import { daysBetween } from '../../time/local-date';
import type { Carry } from '../verdict';
import { note } from '../workings';
import type { Workings } from '../workings';

/** What a row grants after an evening of `lateOut` minutes; 0 when it is not satisfied. */
export function grantOf(row: LateOutRow, lateOut: number): number {
  if (lateOut < afterOf(row)) return 0;
  return row.mode === 'fixed' ? row.lateMinutes : Math.min(lateOut, row.capMinutes);
}

/**
 * Step 4 (docs/rules.md §3): a late evening on the previous scheduled day lets today begin later. Only real
 * punches count, today's in among them. Of several rows the largest grant, of equal ones the elastic row.
 */
export function lateOutLateIn(w: Workings, carry: Carry | null): void {
  const policy = w.rule.rule.lateOutLateIn;
  const firstIn = w.ins[0] as number;
  const start = w.laid.starts[0] as number;
  if (policy == null || carry === null || firstIn <= start || !w.firstInReal) return;
  if (carry.lastRealOut === null || carry.effectiveEnd === null) return;
  if (w.rule.settings.lookback === 'previousCalendarDay' && daysBetween(carry.dutyDate, w.plan.date) !== 1)
    return;
  const lateOut = carry.lastRealOut - carry.effectiveEnd;
  let best = -1;
  let grant = 0;
  for (let i = 0; i < policy.rows.length; i++) {
    const row = policy.rows[i] as LateOutRow;
    const offered = grantOf(row, lateOut);
    if (offered > grant || (offered === grant && offered > 0 && row.mode === 'elastic')) {
      best = i;
      grant = offered;
    }
  }
  const row = policy.rows[best];
  if (row === undefined) return;
  const used = row.mode === 'fixed' ? grant : Math.min(firstIn - start, grant);
  const makeUp = policy.makeUp ?? w.rule.settings.makeUp;
  w.dueIn += used;
  if (makeUp) w.dueOut += used;
  const because = note(w, 'late-out-late-in', used, 0, row.mode, w.dueIn, firstIn, lateOut, afterOf(row));
  because.expected = carry.endClock;
  because.actual = carry.outClock;
  because.unit = grant;
  because.row = best + 1;
  because.date = carry.dutyDate;
}
