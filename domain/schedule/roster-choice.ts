import { refuse } from '../result';
import type { Refusal } from '../result';
import type { LocalDate } from '../time/local-date';
import { dayNumber, monthOf } from '../time/local-date';
import { layShift } from './laid-shift';
import type { RosterRefusal, RosterSurroundings } from './roster-edit';
import { overlapWith } from './roster-edit';
import { resolveRule } from './resolve-rule';

export type ChoiceRefusal =
  | Refusal<'choice.not-offered', { readonly date: LocalDate }>
  | Refusal<'choice.already-punched', { readonly date: LocalDate }>
  | Extract<RosterRefusal, { code: 'roster.locked' | 'roster.overlap' | 'roster.unknown-shift' }>;

/** The shifts that the rule lets somebody pick from on an unscheduled day (未排班时可自选班次); none elsewhere. */
export function choicesOn(
  { book, person, roster }: Pick<RosterSurroundings, 'book' | 'person' | 'roster'>,
  date: LocalDate,
): readonly string[] {
  const timetable = resolveRule(book, person, date).rule?.rule.timetable;
  const offers = timetable?.system === 'roster' && timetable.unscheduledMayChoose === true;
  return offers && !roster.planned.has(date) ? timetable.shiftIds : [];
}

/** Why somebody cannot pick this shift for a day; null when it can be: before the first punch, and without an overlap. */
export function refuseChoice(
  around: RosterSurroundings,
  date: LocalDate,
  shiftId: string,
  punched: boolean,
): ChoiceRefusal | null {
  const choices = choicesOn(around, date);
  const { rule } = resolveRule(around.book, around.person, date);
  if (choices.length === 0 || rule === null) return refuse('choice.not-offered', { date }).refusal;
  if (around.lockedMonths.has(monthOf(date)))
    return refuse('roster.locked', { date, month: monthOf(date) }).refusal;
  if (punched) return refuse('choice.already-punched', { date }).refusal;
  const shift = around.book.shiftOn(shiftId, date);
  if (shift === null || !choices.includes(shiftId))
    return refuse('roster.unknown-shift', { date, shiftId }).refusal;
  return overlapWith(around, date, layShift(shift, rule.zone, dayNumber(date)));
}
