import type { Person } from '../people/person';
import { dateOfDayNumber, dayNumber } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import type { CompiledRule } from './compiled-rule';
import { timetableShiftId } from './compiled-rule';
import type { DayOutline, DayState, DutyPlan } from './day-outline';
import { planBetween } from './plan-bounds';
import { resolveRule } from './resolve-rule';
import type { RuleBook } from './rule-book';

/** The rosters and choices of one person: date → shift id, null for a planned rest day. */
export interface PersonRoster {
  readonly planned: ReadonlyMap<LocalDate, string | null>;
  /** Shifts picked on unscheduled days. */
  readonly chosen: ReadonlyMap<LocalDate, string>;
}

export const EMPTY_ROSTER: PersonRoster = { planned: new Map(), chosen: new Map() };

/** A plan as it is stored: ids and versions, enough to make it again. */
export interface PlanReference {
  readonly date: LocalDate;
  readonly state: DayState;
  readonly ruleId: string | null;
  readonly ruleVersion: number | null;
  readonly shiftId: string | null;
  readonly shiftVersion: number | null;
  /** The person picked the shift on an unscheduled day. */
  readonly chosen?: boolean;
}

/** The plans of a person for [from, to], both included. */
export function planDays(
  book: RuleBook,
  person: Person,
  roster: PersonRoster,
  from: LocalDate,
  to: LocalDate,
): DutyPlan[] {
  const first = dayNumber(from) - 2;
  const outlines: DayOutline[] = [];
  for (let day = first; day <= dayNumber(to) + 2; day++) outlines.push(outlineOf(book, person, roster, day));
  return plansOf(outlines);
}

export const planDay = (book: RuleBook, person: Person, roster: PersonRoster, date: LocalDate): DutyPlan =>
  planDays(book, person, roster, date, date)[0] as DutyPlan;

/**
 * Plans made again from stored references, in date order, so that a later change of rules never re-judges a past
 * day. The first two and last two references only lend their neighbourhood. Unknown versions become `no-rule`.
 */
export const plansFromReferences = (book: RuleBook, references: readonly PlanReference[]): DutyPlan[] =>
  plansOf(references.map((reference) => outlineFromReference(book, reference)));

export function referenceOf(plan: DutyPlan): PlanReference {
  return {
    date: plan.date,
    state: plan.state,
    ruleId: plan.rule?.id ?? null,
    ruleVersion: plan.rule?.version ?? null,
    shiftId: plan.laid?.shift.id ?? null,
    shiftVersion: plan.laid?.shift.version ?? null,
    ...(plan.outline.chosen && { chosen: true }),
  };
}

/** Plans for all but the two outlines at either end. */
function plansOf(outlines: readonly DayOutline[]): DutyPlan[] {
  const plans: DutyPlan[] = [];
  for (let i = 2; i < outlines.length - 2; i++)
    plans.push(
      planBetween(
        outlines[i - 2] as DayOutline,
        outlines[i - 1] as DayOutline,
        outlines[i] as DayOutline,
        outlines[i + 1] as DayOutline,
        outlines[i + 2] as DayOutline,
      ),
    );
  return plans;
}

function outlineOf(book: RuleBook, person: Person, roster: PersonRoster, day: number): DayOutline {
  const date = dateOfDayNumber(day);
  const resolved = resolveRule(book, person, date);
  return resolved.rule === null
    ? book.idleOutline(null, resolved.state, day)
    : ruleOutline(book, resolved.rule, roster, day, date);
}

/** What a rule and a person's roster make of a day. */
export function ruleOutline(
  book: RuleBook,
  rule: CompiledRule,
  roster: PersonRoster,
  day: number,
  date: LocalDate,
): DayOutline {
  const special = book.source.calendar.special.get(day);
  if (!rule.onRoster) {
    const id = timetableShiftId(rule, day, date, special);
    const off = special?.kind === 'holiday' ? 'holiday' : 'rest';
    return id === null ? book.idleOutline(rule, off, day) : withShift(book, rule, id, day, date);
  }
  const planned = roster.planned.get(date);
  if (planned === null) return book.idleOutline(rule, 'rest', day);
  if (planned !== undefined) return withShift(book, rule, planned, day, date);
  const chosen = roster.chosen.get(date);
  return chosen === undefined || !mayChoose(rule, chosen)
    ? book.idleOutline(rule, 'unscheduled', day)
    : withShift(book, rule, chosen, day, date, true);
}

function mayChoose({ rule: { timetable } }: CompiledRule, shiftId: string): boolean {
  return (
    timetable.system === 'roster' &&
    timetable.unscheduledMayChoose === true &&
    timetable.shiftIds.includes(shiftId)
  );
}

/** A shift that does not exist yet on that day leaves the day without anything to judge by. */
function withShift(
  book: RuleBook,
  rule: CompiledRule,
  id: string,
  day: number,
  date: LocalDate,
  chosen = false,
): DayOutline {
  const shift = book.shiftOn(id, date);
  return shift === null ? book.idleOutline(null, 'no-rule', day) : book.dutyOutline(rule, shift, day, chosen);
}

function outlineFromReference(book: RuleBook, reference: PlanReference): DayOutline {
  const day = dayNumber(reference.date);
  if (reference.ruleId === null) return book.idleOutline(null, reference.state, day);
  const rule = book.ruleVersion(reference.ruleId, reference.ruleVersion ?? 0);
  if (rule === null) return book.idleOutline(null, 'no-rule', day);
  if (reference.shiftId === null) return book.idleOutline(rule, reference.state, day);
  const shift = book.shiftVersion(reference.shiftId, reference.shiftVersion ?? 0);
  if (shift === null) return book.idleOutline(null, 'no-rule', day);
  return book.dutyOutline(rule, shift, day, reference.chosen === true);
}
