import { wallMinute } from '../schedule/laid-shift';
import type { DutyPlan } from '../schedule/day-outline';
import type { InstantMinute } from '../time/instant';
import type { Approval } from './approval';
import type { Punch } from './punch';
import { layCover, noteFlexOff } from './stages/cover';
import { effectiveEdges } from './stages/effective-edges';
import { judgeOuts } from './stages/evening';
import { judgeMissing } from './stages/missing-cards';
import type { MissingCards } from './stages/missing-cards';
import { judgeIns } from './stages/morning';
import { placePunches } from './stages/place-punches';
import type { Carry, DayStatus, Verdict } from './verdict';
import { NONE, clockOrNull, endOf, note, openMinutes, startOf, startWorkings } from './workings';
import type { Workings } from './workings';
import { workMinutesBetween } from '../schedule/laid-shift';

const NO_NUMBERS: readonly number[] = [];

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
  if (rule === null || laid === null) return idleVerdict(plan, carryIn);
  const w = startWorkings(plan, rule, laid);
  placePunches(w, punches, from, to);
  const flexOff = approvals.length > 0 && layCover(w, approvals);
  if (flexOff) noteFlexOff(w);
  effectiveEdges(w, carryIn, flexOff);
  judgeIns(w);
  judgeOuts(w);
  const lack = judgeMissing(w, asOf);
  if (laid.clockChange !== 0) note(w, 'clock-change', laid.clockChange, null, 'zone', NONE, NONE, null, null);
  return verdictOf(w, lack);
}

function idleVerdict(plan: DutyPlan, carryIn: Carry | null): Verdict {
  return {
    date: plan.date,
    status: plan.state === 'duty' ? 'no-rule' : plan.state,
    ruleId: plan.rule === null ? null : plan.rule.id,
    ruleVersion: plan.rule === null ? null : plan.rule.version,
    shiftId: null,
    shiftVersion: null,
    zone: plan.outline.zone.name,
    dueIn: null,
    dueOut: null,
    cards: [],
    missing: NO_NUMBERS,
    lateMinutes: 0,
    lateCount: 0,
    earlyMinutes: 0,
    earlyCount: 0,
    absentMinutes: 0,
    absentCount: 0,
    workedMinutes: 0,
    requiredMinutes: 0,
    overtime: [],
    covers: [],
    provisional: false,
    findings: [],
    carryOut: carryIn,
  };
}

function verdictOf(w: Workings, lack: MissingCards): Verdict {
  const { plan, rule, laid } = w;
  let absent = 0;
  let worked = 0;
  const cards: (number | null)[] = [];
  for (let segment = 0; segment < w.ins.length; segment++) {
    absent += w.absent[segment] as number;
    worked += workedMinutes(w, segment);
    cards.push(clockOrNull(w, w.ins[segment] as number), clockOrNull(w, w.outs[segment] as number));
  }
  return {
    date: plan.date,
    status: statusOf(w, absent, lack),
    ruleId: rule.id,
    ruleVersion: rule.version,
    shiftId: laid.shift.id,
    shiftVersion: laid.shift.version,
    zone: laid.zone.name,
    dueIn: clockOrNull(w, w.dueIn),
    dueOut: clockOrNull(w, w.dueOut),
    cards,
    missing: lack.missing,
    lateMinutes: w.late,
    lateCount: w.lateCount,
    earlyMinutes: w.early,
    earlyCount: w.earlyCount,
    absentMinutes: absent,
    absentCount: w.absentCount,
    workedMinutes: worked,
    requiredMinutes: laid.net,
    overtime: [],
    covers: w.covers,
    provisional: lack.pending,
    findings: w.findings,
    carryOut: carryOf(w),
  };
}

/** Work minutes between a segment's two cards, inside [S′, E′]; 0 where a card is missing. */
function workedMinutes(w: Workings, segment: number): number {
  const start = startOf(w, segment);
  const end = endOf(w, segment);
  const cardIn = w.laid.freeIn[segment] === true ? start : (w.ins[segment] as number);
  const cardOut = w.laid.freeOut[segment] === true ? end : (w.outs[segment] as number);
  if (cardIn === NONE || cardOut === NONE || start === NONE) return 0;
  const from = cardIn > start ? cardIn : start;
  const to = cardOut < end ? cardOut : end;
  return w.rule.settings.leaveOutOfWorked
    ? openMinutes(w, from, to)
    : workMinutesBetween(w.laid.rests, from, to);
}

function statusOf(w: Workings, absent: number, lack: MissingCards): DayStatus {
  if (absent > 0) return 'absent';
  if (lack.missing.length > 0) return 'missing';
  if (w.late > 0) return 'late';
  if (w.early > 0) return 'early';
  if (w.cover.length > 0 && w.ins.every((at) => at === NONE) && w.outs.every((at) => at === NONE))
    return w.covers[0]?.kind ?? 'normal';
  return lack.pending ? 'pending' : 'normal';
}

function carryOf(w: Workings): Carry {
  const known = w.lastRealOut !== NONE;
  const due = w.dueOut !== NONE;
  return {
    dutyDate: w.plan.date,
    lastRealOut: known ? (w.lastRealOut as InstantMinute) : null,
    effectiveEnd: due ? (w.dueOut as InstantMinute) : null,
    outClock: known ? wallMinute(w.laid, w.lastRealOut) : null,
    endClock: due ? wallMinute(w.laid, w.dueOut) : null,
  };
}
