import type { LocalDate } from '../time/local-date';

/** One identity a person holds for a while: departments and a post. Dated, so that a move keeps the past. */
export interface Assignment {
  readonly from: LocalDate;
  /** Last day, included; null while it goes on. */
  readonly to: LocalDate | null;
  /** The main identity (主身份); others are concurrent posts (兼职). */
  readonly main: boolean;
  readonly departmentIds: readonly string[];
  readonly postId: string | null;
}

/** What the attendance rules need to know about an employee. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** First day of employment; null when unknown: always. */
  readonly hiredOn: LocalDate | null;
  /** Last day of employment, included; null while it goes on. */
  readonly lastDayOn: LocalDate | null;
  readonly assignments: readonly Assignment[];
  readonly tags: readonly string[];
}

export const isEmployedOn = (person: Person, date: LocalDate): boolean =>
  (person.hiredOn === null || date >= person.hiredOn) &&
  (person.lastDayOn === null || date <= person.lastDayOn);

/**
 * The identities that decide a person's rule on a day (docs/rules.md §11): the main one; without a main one, all.
 */
export function decidingAssignments(person: Person, date: LocalDate): readonly Assignment[] {
  const held = assignmentsOn(person, date);
  const main = held.filter((assignment) => assignment.main);
  return main.length > 0 ? main : held;
}

/** Every identity held on a day. */
export const assignmentsOn = (person: Person, date: LocalDate): readonly Assignment[] =>
  person.assignments.filter(({ from, to }) => date >= from && (to === null || date <= to));
