import type { DutyPlan } from '../schedule/day-outline';
import type { InstantMinute } from '../time/instant';
import type { Approval } from './approval';
import { CodeTape } from './code-tape';
import { judgeDay } from './judge-day';
import { NONE } from './none';
import type { Punch } from './punch';
import { readVerdict } from './read-verdict';
import type { Carry, Verdict } from './verdict';
import { Workings } from './workings';

const sheet = new Workings();
const tape = new CodeTape();

/**
 * Judges one duty date (docs/rules.md §4). Pure, total on parsed input, and blind to the order of the punches.
 *
 * @param plan the day between its neighbours, from planDays or plansFromReferences
 * @param punches any punches of the person; those outside the plan's part of time are ignored
 * @param approvals approved leave, outings, trips and overtime; those that do not touch the day are ignored
 * @param carryIn what the previous scheduled day left (its verdict's carryOut); null when there is none
 * @param asOf the minute up to which things are known: what may still come is pending, not missing. null: all past
 */
export function evaluateDay(
  plan: DutyPlan,
  punches: readonly Punch[],
  approvals: readonly Approval[],
  carryIn: Carry | null,
  asOf: InstantMinute | null = null,
): Verdict {
  tape.rewind();
  sheet.takeCarry(carryIn);
  judgeDay(sheet, tape, plan, punches, approvals, asOf ?? NONE, 0, punches.length);
  return readVerdict(tape.words, 0, { plan, punches, approvals, carryIn });
}
