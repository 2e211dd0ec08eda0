import { resolveRule } from '@domain/schedule/resolve-rule';
import type { Rule } from '@domain/schedule/rule';
import { type Organisation, personOf } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { daysOfMonth } from './month-of-rule';
import type { RosterScope } from './roster-scope';

export const PEOPLE_A_PAGE = 30;
const A_READ = 1000;
/** People of one rule may lie far apart among everybody: a call looks so far and says where it stopped. */
const MOST_READS = 5;

/** A page of those whom a roster rule holds on some day of the month, in the order of their ids. */
export async function peopleOnRule(
  { database }: Ports,
  org: Organisation,
  scope: RosterScope,
  rule: Rule,
  month: string,
  after: string | null,
  most = PEOPLE_A_PAGE,
): Promise<{ readonly people: readonly Employment[]; readonly next: string | null }> {
  const days = daysOfMonth(month);
  const isOn = (one: Employment): boolean => {
    const person = personOf(one);
    return days.some(
      (date) => resolveRule(org.book, person, date).rule?.id === rule.id && scope.sees(one, date),
    );
  };
  const named = namedIn(rule);
  if (named !== null) {
    const found = (
      await employments.ofIds(
        database,
        named.filter((id) => after === null || id > after),
      )
    )
      .filter(isOn)
      .sort((a, b) => (a._id < b._id ? -1 : 1));
    return pageOf(found, null, most);
  }
  const found: Employment[] = [];
  let last = after;
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const pages = await Promise.all(
      scope.wheres.map((where) => employments.page(database, where, last, A_READ)),
    );
    // Beyond the end of a full page another read may still have people that come before.
    const ends = pages.filter((page) => page.length === A_READ).map((page) => page.at(-1)?._id ?? '');
    const until = ends.sort()[0] ?? null;
    const seen = new Map(pages.flat().map((one) => [one._id, one]));
    for (const [id, one] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1)))
      if ((until === null || id <= until) && isOn(one)) found.push(one);
    if (until === null || found.length > most) return pageOf(found, until, most);
    last = until;
  }
  return pageOf(found, last, most);
}

/** The people of a rule that names nobody else; null when departments, posts or everybody are named too. */
function namedIn({ scope }: Rule): readonly string[] | null {
  const ids = scope.flatMap((entry) => (entry.type === 'person' ? [entry.id] : []));
  return ids.length === scope.length ? [...new Set(ids)] : null;
}

/** @param lookedUntil where looking stopped; null: at the end */
function pageOf(
  found: readonly Employment[],
  lookedUntil: string | null,
  most: number,
): { readonly people: readonly Employment[]; readonly next: string | null } {
  const people = found.slice(0, most);
  return { people, next: found.length > most ? (people.at(-1)?._id ?? null) : lookedUntil };
}
