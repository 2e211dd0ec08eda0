import { isEmployedOn } from '../people/person';
import type { Person } from '../people/person';
import { refuse } from '../result';
import type { Refusal } from '../result';
import { addDays, dayNumber, monthOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import type { LaidShift } from './laid-shift';
import { layShift } from './laid-shift';
import type { PersonRoster } from './plan-day';
import { ruleOutline } from './plan-day';
import { resolveRule } from './resolve-rule';
import type { RuleBook } from './rule-book';

/** One cell of the month grid: a shift, a planned rest day (null), or nothing planned any more (undefined). */
export interface RosterEdit {
  readonly date: LocalDate;
  readonly shiftId: string | null | undefined;
}

export type RosterRefusal =
  | Refusal<'roster.not-on-roster', { readonly date: LocalDate }>
  | Refusal<'roster.outside-validity', { readonly date: LocalDate }>
  | Refusal<'roster.locked', { readonly date: LocalDate; readonly month: string }>
  | Refusal<'roster.past', { readonly date: LocalDate; readonly earliest: LocalDate }>
  | Refusal<'roster.unknown-shift', { readonly date: LocalDate; readonly shiftId: string }>
  | Refusal<
      'roster.overlap',
      {
        readonly date: LocalDate;
        readonly shiftId: string;
        readonly otherDate: LocalDate;
        readonly otherShiftId: string;
      }
    >;

export interface RosterSurroundings {
  readonly book: RuleBook;
  readonly person: Person;
  readonly roster: PersonRoster;
  readonly today: LocalDate;
  /** Months ('YYYY-MM') whose sheet of this person is locked. */
  readonly lockedMonths: ReadonlySet<string>;
}

/**
 * Why a cell cannot be planned so (docs/rules.md §13); null when it can. Only days after today, unless 修改排班历史班次
 * is on; only under a roster rule that holds the person that day; never in a locked month; never overlapping.
 */
export function refuseRosterEdit(around: RosterSurroundings, edit: RosterEdit): RosterRefusal | null {
  const { book, person, today, lockedMonths } = around;
  const { date, shiftId } = edit;
  const { rule } = resolveRule(book, person, date);
  if (rule === null || rule.rule.timetable.system !== 'roster') {
    const elsewhere = isEmployedOn(person, date) && isNamedWithRanges(book, person);
    return refuse(elsewhere ? 'roster.outside-validity' : 'roster.not-on-roster', { date }).refusal;
  }
  if (lockedMonths.has(monthOf(date))) return refuse('roster.locked', { date, month: monthOf(date) }).refusal;
  if (date <= today && !rule.settings.editPastRosters)
    return refuse('roster.past', { date, earliest: addDays(today, 1) }).refusal;
  if (shiftId == null) return null;
  const shift = book.shiftOn(shiftId, date);
  if (shift === null || !rule.rule.timetable.shiftIds.includes(shiftId))
    return refuse('roster.unknown-shift', { date, shiftId }).refusal;
  return overlapWith(around, date, layShift(shift, rule.zone, dayNumber(date)));
}

const isNamedWithRanges = (book: RuleBook, person: Person): boolean =>
  book
    .scopeHits(`person:${person.id}`)
    .some(({ entry, rule }) => rule.onRoster && entry.type === 'person' && (entry.ranges?.length ?? 0) > 0);

type OverlapRefusal = Extract<RosterRefusal, { code: 'roster.overlap' }>;

/** Whether a shift laid on a day would overlap what is planned on the day before or after it. */
export function overlapWith(
  { book, person, roster }: Pick<RosterSurroundings, 'book' | 'person' | 'roster'>,
  date: LocalDate,
  laid: LaidShift,
): OverlapRefusal | null {
  for (const offset of [-1, 1]) {
    const otherDate = addDays(date, offset);
    const { rule } = resolveRule(book, person, otherDate);
    const other =
      rule === null ? null : ruleOutline(book, rule, roster, dayNumber(otherDate), otherDate).laid;
    if (other !== null && overlaps(other, laid))
      return refuse('roster.overlap', {
        date,
        shiftId: laid.shift.id,
        otherDate,
        otherShiftId: other.shift.id,
      }).refusal;
  }
  return null;
}

/** Two shifts overlap when their work does, or when their windows share a minute. */
function overlaps(a: LaidShift, b: LaidShift): boolean {
  const [first, second] = a.day < b.day ? [a, b] : [b, a];
  const end = first.ends[first.ends.length - 1] ?? 0;
  if (end > (second.starts[0] ?? Infinity)) return true;
  if (first.windows === null || second.windows === null) return false;
  return (first.windows[first.windows.length - 1] ?? 0) >= (second.windows[0] ?? Infinity);
}

/** The days whose judgement a changed cell can touch by itself: its neighbours' parts of time move with it. */
export const daysTouchedBy = ({ date }: Pick<RosterEdit, 'date'>): readonly LocalDate[] =>
  [-2, -1, 0, 1, 2].map((offset) => addDays(date, offset));
