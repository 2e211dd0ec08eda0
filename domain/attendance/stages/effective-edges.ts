import { NONE } from '../none';
import type { Workings } from '../workings';
import { earlyInEarlyOut } from './early-in-early-out';
import { lateInLateOut } from './late-in-late-out';
import { lateOutLateIn } from './late-out-late-in';

/** Steps 3–6: works out S′ and E′, against which everything else is measured. */
export function effectiveEdges(w: Workings, flexOff: boolean): void {
  const { laid, rule } = w;
  const start = laid.starts[0] as number;
  const end = laid.ends[w.segments - 1] as number;
  const firstIn = w.ins[0] as number;
  if (laid.flexible) return flexibleEdges(w, firstIn, start);
  w.dueIn = start;
  w.dueOut = end;
  w.earlyUntil = end;
  if (firstIn === NONE || firstIn === start || !rule.flexAllowed || flexOff) return;
  if (firstIn < start) earlyInEarlyOut(w);
  else if (firstIn - start > rule.allowedLate || rule.flexFirst) {
    lateOutLateIn(w);
    lateInLateOut(w);
  }
  w.earlyUntil = w.dueOut;
  if (w.dueOut > end && rule.shortfallAsLate) shortfallAsLate(w, firstIn - start, end);
}

/** §2 `shortfallAs: late`: what was not made up in the evening joins the morning's lateness. */
function shortfallAsLate(w: Workings, late: number, end: number): void {
  w.earlyUntil = end;
  const out = w.outs[w.segments - 1] as number;
  if (out === NONE) return;
  const left = w.dueOut - Math.max(out, end);
  const short = Math.min(left, late);
  if (short <= 0) return;
  w.shortfall = short;
  w.note('shortfall', short, 0, 'moved', w.dueOut, out, left, late);
}

/** §14: the sign-in, kept between earliest and latest, decides the end. */
function flexibleEdges(w: Workings, firstIn: number, earliest: number): void {
  if (firstIn === NONE) return;
  w.dueIn = Math.min(Math.max(firstIn, earliest), w.laid.latestIn);
  w.dueOut = w.dueIn + w.laid.span;
  w.earlyUntil = w.dueOut;
  w.note('flexible-time', w.laid.net, 0, 'elastic', w.dueOut, firstIn, w.laid.span, NONE);
}
