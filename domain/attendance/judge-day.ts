import type { DutyPlan } from '../schedule/day-outline';
import type { Approval } from './approval';
import type { CodeTape } from './code-tape';
import { NONE, WHOLE_DAY } from './none';
import type { Punch } from './punch';
import { layCover } from './stages/cover';
import { effectiveEdges } from './stages/effective-edges';
import { judgeOuts } from './stages/evening';
import { judgeMissing } from './stages/missing-cards';
import { judgeIns } from './stages/morning';
import { judgeOvertime } from './stages/overtime';
import { belongsTo, placePunches } from './stages/place-punches';
import type { Workings } from './workings';
import { writeDuty, writeIdle } from './write-codes';

/**
 * Works one duty date out in the order of docs/rules.md §4 and writes it on the tape as numbers. The carry of `w` is
 * what the previous scheduled day left, and afterwards what this one leaves.
 */
export function judgeDay(
  w: Workings,
  tape: CodeTape,
  plan: DutyPlan,
  punches: readonly Punch[],
  approvals: readonly Approval[],
  asOf: number,
  from: number,
  to: number,
): void {
  const { rule, laid } = plan;
  w.punches = punches;
  w.approvals = approvals;
  if (rule === null || laid === null) return judgeIdle(w, tape, plan, from, to);
  w.begin(tape, plan, rule, laid);
  placePunches(w, from, to);
  const flexOff = approvals.length > 0 && layCover(w);
  effectiveEdges(w, flexOff);
  judgeIns(w);
  judgeOuts(w);
  judgeMissing(w, asOf);
  if (laid.clockChange !== 0)
    w.note('clock-change', laid.clockChange, WHOLE_DAY, 'zone', NONE, NONE, NONE, NONE);
  if (plan.outline.overtime !== null && w.dueOut !== NONE) {
    // Minutes before the start that early-in early-out has already paid for are no overtime.
    const traded = !laid.flexible && w.dueOut < (laid.ends[w.segments - 1] as number);
    const firstIn = traded ? NONE : (w.ins[0] as number);
    judgeOvertime(w, w.dueIn, w.dueOut, firstIn, w.outs[w.segments - 1] as number);
  }
  writeDuty(w);
}

/** A day without a shift: what was punched is kept, and on days off under a rule may be overtime. */
function judgeIdle(w: Workings, tape: CodeTape, plan: DutyPlan, from: number, to: number): void {
  let first = NONE;
  let last = NONE;
  for (let i = from; i < to; i++) {
    const { minute, kind } = w.punches[i] as Punch;
    if (!belongsTo(plan, minute)) continue;
    if (kind !== 'out' && (first === NONE || minute < first)) first = minute;
    if (kind !== 'in' && minute > last) last = minute;
  }
  if (last === first) last = NONE;
  w.beginIdle(tape, plan, first === NONE && last === NONE ? 0 : 2);
  const off = plan.state === 'rest' || plan.state === 'holiday';
  if (off && plan.outline.overtime !== null) {
    const both = first !== NONE && last > first;
    judgeOvertime(w, first, first, NONE, both ? last : NONE);
  }
  writeIdle(w, first, last);
}
