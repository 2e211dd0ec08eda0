import { decidingAssignments, isEmployedOn } from '../people/person';
import type { Assignment, Person } from '../people/person';
import type { LocalDate } from '../time/local-date';
import type { CompiledRule } from './compiled-rule';
import type { RuleBook, ScopeHit } from './rule-book';
import { isInForce } from './validity';

/** Who decides: 1 excluded, 2 dated person, 3 person, 4 department, 5 post or tag, 6 everyone (docs/rules.md §11). */
export type Resolution =
  | { readonly state: 'not-employed' | 'excluded' | 'no-rule'; readonly rule: null }
  | { readonly state: 'rule'; readonly rule: CompiledRule; readonly by: ScopeHit['entry'] };

/** Which rule judges a person on a duty date. */
export function resolveRule(book: RuleBook, person: Person, date: LocalDate): Resolution {
  if (!isEmployedOn(person, date)) return { state: 'not-employed', rule: null };
  if (book.excluded.has(person.id)) return { state: 'excluded', rule: null };
  const hit = bestHit(book, person, decidingAssignments(person, date), date);
  return hit === null ? { state: 'no-rule', rule: null } : { state: 'rule', rule: hit.rule, by: hit.entry };
}

/** The rule that would judge the person if only these identities were held: also used to share places. */
export function bestHit(
  book: RuleBook,
  person: Person,
  assignments: readonly Assignment[],
  date: LocalDate,
): ScopeHit | null {
  const named = hitsOn(book, `person:${person.id}`, date);
  const dated = named.filter(
    ({ entry }) =>
      entry.type === 'person' && entry.ranges?.some(({ from, to }) => date >= from && date <= to),
  );
  if (dated.length > 0) return lastAdded(dated);
  const undated = named.filter(({ entry }) => entry.type === 'person' && !entry.ranges?.length);
  if (undated.length > 0) return lastAdded(undated);
  return (
    byDepartment(book, assignments, date) ??
    lastAdded([
      ...assignments.flatMap(({ postId }) => (postId === null ? [] : hitsOn(book, `post:${postId}`, date))),
      ...person.tags.flatMap((tag) => hitsOn(book, `tag:${tag}`, date)),
    ]) ??
    lastAdded(hitsOn(book, 'everyone', date))
  );
}

function byDepartment(book: RuleBook, assignments: readonly Assignment[], date: LocalDate): ScopeHit | null {
  let best: ScopeHit[] = [];
  let depth = -1;
  const ids = new Set(
    assignments.flatMap(({ departmentIds }) =>
      departmentIds.flatMap((id) => book.departments.pathToRoot(id, date)),
    ),
  );
  for (const id of ids) {
    const hits = hitsOn(book, `department:${id}`, date).filter(
      ({ entry }) =>
        reachesBelow(entry) || assignments.some(({ departmentIds }) => departmentIds.includes(id)),
    );
    const at = book.departments.depthOf(id, date);
    if (hits.length === 0 || at < depth) continue;
    best = at > depth ? [...hits] : [...best, ...hits];
    depth = at;
  }
  return lastAdded(best);
}

const reachesBelow = (entry: ScopeHit['entry']): boolean =>
  entry.type !== 'department' || entry.onlyItself !== true;

/** Only the version in effect that day competes, and only inside its validity. */
const hitsOn = (book: RuleBook, key: string, date: LocalDate): readonly ScopeHit[] =>
  book
    .scopeHits(key)
    .filter(({ rule }) => book.ruleOn(rule.id, date) === rule && isInForce(rule.rule.validity, date));

function lastAdded(hits: readonly ScopeHit[]): ScopeHit | null {
  let best: ScopeHit | null = null;
  for (const hit of hits) {
    const later =
      best === null ? 1 : (hit.entry.addedAt ?? 0) - (best.entry.addedAt ?? 0) || hit.order - best.order;
    if (later > 0) best = hit;
  }
  return best;
}
