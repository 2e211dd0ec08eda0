import type { Person } from '@domain/people/person';
import { draftSource } from '@domain/schedule/draft-book';
import { EMPTY_ROSTER, planDays, referenceOf } from '@domain/schedule/plan-day';
import { createRuleBook, type RuleBook } from '@domain/schedule/rule-book';
import type { LocalDate } from '@domain/time/local-date';
import { createWorkdayCalendar } from '@domain/time/workday-calendar';
import type { Organisation } from '../organisation';
import type { RuleItem } from '../repositories/rule-drafts';
import { applyDrafts, judgesOtherwise } from './apply-drafts';
import { newestOf, newestOnes } from './versions';

/** The book in force, and the drafts as if they had always been: the same days are judged under both. */
export interface Books {
  readonly present: RuleBook;
  readonly draft: RuleBook;
  /** Whether somebody's days could come out otherwise at all. */
  touches(person: Person, from: LocalDate, to: LocalDate): boolean;
}

export function booksToCompare(org: Organisation, items: readonly RuleItem[]): Books {
  const present = org.book;
  const { parts } = applyDrafts(org.published, items);
  // A reading lies under all rules; otherwise only the rules and shifts that are drafted take the place of their versions.
  const everybody = judgesOtherwise(org.published.settings, parts.settings);
  const drafted = <T extends { readonly id: string }>(kind: RuleItem['kind'], versions: readonly T[]): T[] =>
    items.flatMap((item) => (item.kind === kind ? [newestOf(versions, item.id) as T] : []));
  const made = createRuleBook(
    draftSource(
      {
        ...present.source,
        calendar: createWorkdayCalendar({ ownDays: parts.specialDays }),
        places: parts.places,
        settings: parts.settings,
      },
      {
        rules: everybody ? newestOnes(parts.rules) : drafted('rule', parts.rules),
        shifts: drafted('shift', parts.shifts),
        overtimeRules: drafted('overtime', parts.overtimeRules),
      },
    ),
  );
  if (!made.ok) throw new Error(`rules that were checked cannot judge: ${made.refusal.code}`);
  const draft = made.value;
  return {
    present,
    draft,
    touches: (person, from, to) =>
      everybody || planKey(present, person, from, to) !== planKey(draft, person, from, to),
  };
}

/**
 * Which versions judge somebody's days. What a roster plans is not looked up: whoever is on a roster may have any shift of
 * the rule, so a change of one of them touches him.
 */
export const planKey = (book: RuleBook, person: Person, from: LocalDate, to: LocalDate): string =>
  JSON.stringify(
    planDays(book, person, EMPTY_ROSTER, from, to).map((plan) => {
      const timetable = plan.rule?.rule.timetable;
      const shifts = timetable?.system === 'roster' ? timetable.shiftIds : [];
      const { kind, outline } = plan;
      const overtime = [outline.overtime?.id, outline.overtime?.version, kind];
      return [referenceOf(plan), overtime, ...shifts.map((id) => book.shiftOn(id, plan.date)?.version)];
    }),
  );
