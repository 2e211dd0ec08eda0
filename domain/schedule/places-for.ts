import { assignmentsOn, decidingAssignments } from '../people/person';
import type { Person } from '../people/person';
import type { LocalDate } from '../time/local-date';
import type { CompiledRule } from './compiled-rule';
import type { Place } from './place';
import { validateWifi } from './wifi';
import { problem } from './problem';
import type { Problem } from './problem';
import { bestHit, resolveRule } from './resolve-rule';
import type { RuleBook } from './rule-book';

export const MAX_RADIUS_METERS = 10_000;

/** An empty radius means anywhere and is not 0; 0 is refused, and so is a city (docs/rules.md §18). */
export const validatePlace = ({ radiusMeters, wifi = [] }: Place): Problem[] => [
  ...(radiusMeters === null || (radiusMeters >= 1 && radiusMeters <= MAX_RADIUS_METERS)
    ? []
    : [problem('radiusMeters', 'place.radius', { limit: MAX_RADIUS_METERS })]),
  ...validateWifi(wifi),
];

/**
 * Where a person may punch on a day: the places of the rule, and with 主身份共享兼职身份考勤地点 those of the rules
 * of the concurrent posts as well. Only places are shared, nothing else of those rules.
 */
export function placesFor(book: RuleBook, person: Person, date: LocalDate): Place[] {
  const { rule } = resolveRule(book, person, date);
  if (rule === null) return [];
  const own = placesOf(book, rule);
  if (!rule.settings.sharePlaces) return own;
  const deciding = decidingAssignments(person, date);
  const shared = assignmentsOn(person, date)
    .filter((assignment) => !deciding.includes(assignment))
    .flatMap((assignment) => {
      const hit = bestHit(book, { ...person, id: '', tags: [] }, [assignment], date);
      return hit === null ? [] : placesOf(book, hit.rule);
    });
  return [...new Map([...own, ...shared].map((place) => [place.id, place])).values()];
}

const placesOf = (book: RuleBook, { rule }: CompiledRule): Place[] =>
  (rule.placeIds ?? []).flatMap((id) => book.places.get(id) ?? []);
