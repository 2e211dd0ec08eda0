import type { DutyPlan } from '../schedule/day-outline';
import type { InstantMinute } from '../time/instant';
import type { Approval } from './approval';
import type { Punch } from './punch';
import { layCover, noteFlexOff } from './stages/cover';
import { effectiveEdges } from './stages/effective-edges';
import { judgeOuts } from './stages/evening';
import { judgeMissing } from './stages/missing-cards';
import { judgeIns } from './stages/morning';
import { placePunches } from './stages/place-punches';
import type { Carry, Verdict } from './verdict';
import { idleVerdict, verdictOf } from './verdict-of';
import { NONE, note, startWorkings } from './workings';

/**
 * Judges one duty date (docs/rules.md §4). Pure, total on parsed input, and blind to the order of the punches.
 *
 * @param plan the day between its neighbours, from planDays or plansFromReferences
 * @param punches any punches of the person; those outside the plan's part of time are ignored
 * @param approvals approved leave, outings, trips and overtime; those that do not touch the day are ignored
 * @param carryIn what the previous scheduled day left (its verdict's carryOut); null when there is none
 * @param asOf the minute up to which things are known: what may still come is pending, not missing. null: all past
 * @param from,to the range of `punches` to look at, for callers that walk a sorted list
 */
export function evaluateDay(
  plan: DutyPlan,
  punches: readonly Punch[],
  approvals: readonly Approval[],
  carryIn: Carry | null,
  asOf: InstantMinute | null = null,
  from = 0,
  to = punches.length,
): Verdict {
  const { rule, laid } = plan;
  if (rule === null || laid === null) return idleVerdict(plan, punches, approvals, carryIn, from, to);
  const w = startWorkings(plan, rule, laid);
  placePunches(w, punches, from, to);
  const flexOff = approvals.length > 0 && layCover(w, approvals);
  if (flexOff) noteFlexOff(w);
  effectiveEdges(w, carryIn, flexOff);
  judgeIns(w);
  judgeOuts(w);
  const lack = judgeMissing(w, asOf);
  if (laid.clockChange !== 0) note(w, 'clock-change', laid.clockChange, null, 'zone', NONE, NONE, null, null);
  return verdictOf(w, lack, approvals);
}
