import { addDays, type LocalDate } from '../time/local-date';
import type { Assignment } from './person';

/** What somebody holds from a day on. */
export interface Place {
  readonly departmentIds: readonly string[];
  readonly postId: string | null;
  /** Last day of a concurrent post that was given for a while; null: until further notice. */
  readonly to: LocalDate | null;
}

/**
 * The assignments once somebody holds these from a day on: the main one first, then concurrent posts. The days before
 * it stay as they were; what was planned for later gives way. What goes on unchanged is not cut in two.
 */
export function movedFrom(
  assignments: readonly Assignment[],
  from: LocalDate,
  main: Omit<Place, 'to'>,
  concurrent: readonly Place[],
): readonly Assignment[] {
  const next: Assignment[] = [
    { from, to: null, main: true, ...pick(main) },
    ...concurrent.map((place) => ({ from, to: place.to, main: false, ...pick(place) })),
  ];
  const before = assignments.filter((one) => one.from < from);
  const goingOn = new Set<Assignment>();
  const kept = before.map((one) => {
    if (one.to !== null && one.to < addDays(from, -1)) return one;
    const same = next.find((other) => !goingOn.has(other) && isSame(one, other));
    if (same === undefined) return { ...one, to: earlier(one.to, addDays(from, -1)) };
    goingOn.add(same);
    return { ...one, to: same.to };
  });
  return [...kept, ...next.filter((one) => !goingOn.has(one))];
}

const pick = ({ departmentIds, postId }: Omit<Place, 'to'>) => ({
  departmentIds: [...new Set(departmentIds)],
  postId,
});

const isSame = (one: Assignment, other: Assignment): boolean =>
  one.main === other.main &&
  one.postId === other.postId &&
  one.departmentIds.join('\n') === other.departmentIds.join('\n');

const earlier = (to: LocalDate | null, day: LocalDate): LocalDate => (to === null || to > day ? day : to);

/** The assignments of somebody whose first day was written down wrong. */
export function rehiredOn(
  assignments: readonly Assignment[],
  was: LocalDate,
  is: LocalDate,
): readonly Assignment[] {
  return assignments
    .filter(({ to }) => to === null || to >= is)
    .map((one) => (one.from === was || one.from < is ? { ...one, from: is } : one));
}
