import { wallMinute } from '../schedule/laid-shift';
import type { DutyPlan } from '../schedule/day-outline';
import type { InstantMinute } from '../time/instant';
import type { Approval } from './approval';
import type { Finding } from './finding';
import type { Punch } from './punch';
import type { MissingCards } from './stages/missing-cards';
import { NO_OVERTIME, overtimeOf } from './stages/overtime';
import type { Overtime } from './stages/overtime';
import { belongsTo } from './stages/place-punches';
import { nightParts, workedMinutes } from './stages/worked';
import type { Carry, CoverPart, DayStatus, NightPart, Verdict } from './verdict';
import { NONE, clockOrNull } from './workings';
import type { Workings } from './workings';

const NO_NUMBERS: readonly number[] = [];
const NO_FINDINGS: readonly Finding[] = [];
const NO_COVERS: readonly CoverPart[] = [];
const NO_NIGHT: readonly NightPart[] = [];
const NO_CARDS: readonly (number | null)[] = [];

/** Fair copy of the workings. */
export function verdictOf(w: Workings, lack: MissingCards, approvals: readonly Approval[]): Verdict {
  const { plan, rule, laid } = w;
  let absent = 0;
  let worked = 0;
  const cards: (number | null)[] = [];
  for (let segment = 0; segment < w.ins.length; segment++) {
    absent += w.absent[segment] as number;
    worked += workedMinutes(w, segment);
    cards.push(clockOrNull(w, w.ins[segment] as number), clockOrNull(w, w.outs[segment] as number));
  }
  const overtime = dutyOvertime(w, approvals);
  return {
    date: plan.date,
    status: statusOf(w, lack),
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
    overtime: overtime.parts,
    night: nightParts(w),
    covers: w.covers,
    provisional: lack.pending,
    findings: overtime.findings.length === 0 ? w.findings : [...w.findings, ...overtime.findings],
    carryOut: carryOf(w),
  };
}

/** A day without a shift: its status is its state, and overtime is all there can be. */
export function idleVerdict(
  plan: DutyPlan,
  punches: readonly Punch[],
  approvals: readonly Approval[],
  carryIn: Carry | null,
  from: number,
  to: number,
): Verdict {
  const { rule, outline, state } = plan;
  const [first, last] = presenceOf(plan, punches, from, to);
  const off = state === 'rest' || state === 'holiday';
  const overtime =
    off && outline.overtime !== null ? idleOvertime(plan, first, last, approvals) : NO_OVERTIME;
  const clock = (at: number): number | null =>
    at === NONE ? null : outline.zone.wallAt(at) - outline.day * 1440;
  return {
    date: plan.date,
    status: state === 'duty' ? 'no-rule' : state,
    ruleId: rule === null ? null : rule.id,
    ruleVersion: rule === null ? null : rule.version,
    shiftId: null,
    shiftVersion: null,
    zone: outline.zone.name,
    dueIn: null,
    dueOut: null,
    cards: first === NONE && last === NONE ? NO_CARDS : [clock(first), clock(last)],
    missing: NO_NUMBERS,
    lateMinutes: 0,
    lateCount: 0,
    earlyMinutes: 0,
    earlyCount: 0,
    absentMinutes: 0,
    absentCount: 0,
    workedMinutes: 0,
    requiredMinutes: 0,
    overtime: overtime.parts,
    night: NO_NIGHT,
    covers: NO_COVERS,
    provisional: false,
    findings: overtime.findings.length === 0 ? NO_FINDINGS : overtime.findings,
    carryOut: carryIn,
  };
}

/** First punch that may be an in and last that may be an out, of a day without cards. */
function presenceOf(
  plan: DutyPlan,
  punches: readonly Punch[],
  from: number,
  to: number,
): readonly [number, number] {
  let first = NONE;
  let last = NONE;
  for (let i = from; i < to; i++) {
    const { minute, kind } = punches[i] as Punch;
    if (!belongsTo(plan, minute)) continue;
    if (kind !== 'out' && (first === NONE || minute < first)) first = minute;
    if (kind !== 'in' && minute > last) last = minute;
  }
  return last > first ? [first, last] : [first, NONE];
}

function idleOvertime(plan: DutyPlan, first: number, last: number, approvals: readonly Approval[]): Overtime {
  const seen = first !== NONE && last !== NONE;
  const presence = { workStart: first, workEnd: first, firstIn: null, lastOut: seen ? last : null };
  return overtimeOf(plan, presence, approvals);
}

function dutyOvertime(w: Workings, approvals: readonly Approval[]): Overtime {
  if (w.plan.outline.overtime === null || w.dueOut === NONE) return NO_OVERTIME;
  const last = w.outs[w.outs.length - 1] as number;
  const first = w.ins[0] as number;
  // Minutes before the start that early-in early-out has already paid for are no overtime.
  const traded = !w.laid.flexible && w.dueOut < (w.laid.ends[w.laid.ends.length - 1] as number);
  const presence = {
    workStart: w.dueIn,
    workEnd: w.dueOut,
    firstIn: first === NONE || traded ? null : first,
    lastOut: last === NONE ? null : last,
  };
  return overtimeOf(w.plan, presence, approvals);
}

function statusOf(w: Workings, lack: MissingCards): DayStatus {
  if (w.absentCount > 0) return 'absent';
  if (lack.missing.length > 0) return 'missing';
  if (w.lateCount > 0) return 'late';
  if (w.earlyCount > 0) return 'early';
  const away = w.ins.every((at) => at === NONE) && w.outs.every((at) => at === NONE);
  if (away && w.covers.length > 0) return mostOf(w.covers);
  return lack.pending ? 'pending' : 'normal';
}

/** The kind of cover that took most of the day. */
const mostOf = (covers: readonly CoverPart[]): CoverPart['kind'] =>
  covers.reduce((most, cover) => (cover.minutes > most.minutes ? cover : most)).kind;

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
