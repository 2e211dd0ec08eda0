import type { Approval } from '@domain/attendance/approval';
import { evaluateDay } from '@domain/attendance/evaluate-day';
import type { Punch } from '@domain/attendance/punch';
import type { Carry, Verdict } from '@domain/attendance/verdict';
import type { DutyPlan } from '@domain/schedule/day-outline';
import { planDays, plansFromReferences, type PlanReference, referenceOf } from '@domain/schedule/plan-day';
import { type Instant, minuteOf } from '@domain/time/instant';
import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { type Organisation, personOf } from '../organisation';
import type { PlannedPerson } from '../repositories/employments';
import { type Sheet, sheets, type StoredDay } from '../repositories/sheets';
import { rosterOnSheets } from '../rosters/roster-on-sheets';

/** A day of one person as it stands at a moment: what was planned, what was punched, what that makes. */
export interface JudgedDay {
  readonly date: LocalDate;
  readonly plan: DutyPlan;
  readonly punches: readonly Punch[];
  readonly carryIn: Carry | null;
  readonly verdict: Verdict;
}

/** The sheets of a person by month; months without one are simply not there. */
export type SheetsByMonth = ReadonlyMap<string, Sheet>;

const NO_DAY = (): boolean => false;

export const sheetsByMonth = (found: readonly Sheet[]): SheetsByMonth =>
  new Map(found.map((sheet) => [sheet.month, sheet]));

/** What was granted on these sheets; a stretch that touches two months lies on both and counts once. */
export function approvalsIn(months: SheetsByMonth): readonly Approval[] {
  const granted = new Map<string, Approval>();
  for (const { approvals = [] } of months.values())
    for (const [caseId, kind, type, from, to] of approvals)
      granted.set(`${caseId} ${from}`, { kind, type, from, to });
  return [...granted.values()];
}

/**
 * Judges [from, to] of one person as known at `now`. Days that were judged before keep the rule and shift versions that
 * judged them; all others are planned under the organisation given. What precedes `from` comes from its sheet's
 * carry-in, so start at the first of a month.
 *
 * @param replans which days are planned under the organisation given although they were judged before
 */
export function judgeDays(
  org: Organisation,
  employment: PlannedPerson,
  months: SheetsByMonth,
  from: LocalDate,
  to: LocalDate,
  now: Instant,
  replans: (date: LocalDate) => boolean = NO_DAY,
): readonly JudgedDay[] {
  const plans = planRange(org, employment, months, from, to, now, replans);
  const approvals = approvalsIn(months);
  let carry = months.get(monthOf(from))?.carryIn ?? null;
  return plans.map((plan) => {
    const punches = punchesOf(months, plan.date);
    const signed = signedCarry(months, plan.date);
    const carryIn = signed === undefined ? carry : signed;
    const verdict = evaluateDay(plan, punches, approvals, carryIn, minuteOf(now));
    carry = verdict.carryOut;
    return { date: plan.date, plan, punches, carryIn, verdict };
  });
}

/** What was carried into a locked month stays what it was, whatever becomes of the evening before it. */
function signedCarry(months: SheetsByMonth, date: LocalDate): Carry | null | undefined {
  const sheet = date.endsWith('-01') ? months.get(monthOf(date)) : undefined;
  return sheet?.lock === 'locked' ? sheet.carryIn : undefined;
}

/** Judges the days again from one of them on, with other punches; the days before it stay as they are. */
export function judgeAgain(
  days: readonly JudgedDay[],
  from: number,
  punchesOn: (day: JudgedDay) => readonly Punch[],
  approvals: readonly Approval[],
  now: Instant,
): readonly JudgedDay[] {
  let carry = days[from]?.carryIn ?? null;
  const again = days.slice(from).map((day): JudgedDay => {
    const punches = punchesOn(day);
    const carryIn = carry;
    const verdict = evaluateDay(day.plan, punches, approvals, carryIn, minuteOf(now));
    carry = verdict.carryOut;
    return { ...day, punches, carryIn, verdict };
  });
  return [...days.slice(0, from), ...again];
}

/** The plans of [from, to]: as judged where that lies behind, as the rules are now from today on. */
export function planRange(
  org: Organisation,
  employment: PlannedPerson,
  months: SheetsByMonth,
  from: LocalDate,
  to: LocalDate,
  now: Instant,
  replans: (date: LocalDate) => boolean = NO_DAY,
): readonly DutyPlan[] {
  const today = org.zone.dateAt(minuteOf(now));
  const roster = rosterOnSheets(months.values());
  const references: PlanReference[] = [];
  /** A run of days that no sheet has planned; most days of a desk are planned already. */
  let unplanned: LocalDate | null = null;
  const planUpTo = (last: LocalDate): void => {
    if (unplanned === null) return;
    references.push(...planDays(org.book, personOf(employment), roster, unplanned, last).map(referenceOf));
    unplanned = null;
  };
  const last = addDays(to, 2);
  for (let date = addDays(from, -2); date <= last; date = addDays(date, 1)) {
    const stored = storedDayOf(months, date);
    // Today and later follow the rules as they are; what lies behind keeps what judged it.
    if (stored && date < today && !replans(date)) {
      planUpTo(addDays(date, -1));
      references.push(referenceFrom(date, stored));
    } else unplanned ??= date;
  }
  planUpTo(last);
  return plansFromReferences(org.book, references);
}

const storedDayOf = (months: SheetsByMonth, date: LocalDate): StoredDay | undefined =>
  months.get(monthOf(date))?.days[sheets.keyOf(date)];

function referenceFrom(date: LocalDate, { plan }: StoredDay): PlanReference {
  const [state, ruleId, ruleVersion, shiftId, shiftVersion] = plan;
  return { date, state, ruleId, ruleVersion, shiftId, shiftVersion };
}

function punchesOf(months: SheetsByMonth, date: LocalDate): readonly Punch[] {
  const stored = storedDayOf(months, date)?.punches ?? [];
  return stored.map(([id, minute, kind, source]) => ({ id, minute, kind, source }));
}

/** The day as the sheet keeps it. */
export function storedDayFrom({ plan, punches, verdict }: JudgedDay): StoredDay {
  const { date: _date, ...reference } = referenceOf(plan);
  const { lateMinutes, earlyMinutes, absentMinutes, workedMinutes, requiredMinutes } = verdict;
  return {
    plan: [
      reference.state,
      reference.ruleId,
      reference.ruleVersion,
      reference.shiftId,
      reference.shiftVersion,
    ],
    punches: punches.map(({ id, minute, kind, source }) => [id, minute, kind, source]),
    verdict: {
      status: verdict.status,
      due: [verdict.dueIn, verdict.dueOut],
      cards: [...verdict.cards],
      minutes: [lateMinutes, earlyMinutes, absentMinutes, workedMinutes, requiredMinutes],
    },
  };
}
