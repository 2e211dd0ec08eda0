import { isIdNumber } from '@domain/people/id-number';
import { assignmentsOn } from '@domain/people/person';
import { plainNumber } from '@domain/people/staff-entry';
import { addDays, type LocalDate } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import { type Organisation, personOf } from '../organisation';
import type { Ports, Where } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { personnel } from '../repositories/personnel';
import { TERM_SOON_DAYS } from './state-of';

export const PAGE = 50;
/** Those who fit no filter are passed over, but not without end in one call. */
const MOST_READS = 6;

type Wanted = InputOf<'staff.list'>;

export interface FoundStaff {
  readonly people: readonly Employment[];
  /** Where to go on; null: there are no more. */
  readonly next: string | null;
}

/**
 * People in the order of their ids, a page.
 *
 * @param own the only branch that the caller may see; null: all
 */
export async function findStaff(
  ports: Ports,
  org: Organisation,
  today: LocalDate,
  own: string | null,
  wanted: Wanted,
): Promise<FoundStaff> {
  const branchId = own ?? wanted.branchId;
  const fits = (one: Employment): boolean =>
    (branchId === null || one.branchId === branchId) &&
    isInState(one, wanted.state, today) &&
    isUnder(org, one, wanted.departmentId, today);
  const query = wanted.query.trim();
  const ids = await namedIds(ports, wanted, plainNumber(query), today);
  if (ids !== null) {
    const isNumber = isIdNumber(plainNumber(query));
    const named = (await employments.ofIds(ports.database, ids)).filter(
      (one) => fits(one) && (isNumber || one.name.includes(query)) && one._id > (wanted.after ?? ''),
    );
    const sorted = named.sort((a, b) => (a._id < b._id ? -1 : 1));
    return { people: sorted.slice(0, PAGE), next: sorted[PAGE] ? (sorted[PAGE - 1]?._id ?? null) : null };
  }
  const where: Where = {
    ...(branchId !== null && { branchId }),
    ...(query !== '' && { name: { contains: query } }),
    ...(wanted.state === 'unbound' && { openid: null }),
    ...departmentWhere(org, wanted.departmentId),
    ...(wanted.state === 'leaving' && { lastDay: { gte: today } }),
    ...(wanted.state === 'left' && { lastDay: { lt: today } }),
  };
  return readUntilFull(ports, where, wanted.after, fits);
}

async function readUntilFull(
  { database }: Ports,
  where: Where,
  after: string | null,
  fits: (one: Employment) => boolean,
): Promise<FoundStaff> {
  const people: Employment[] = [];
  let at = after;
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const page = await employments.page(database, where, at, PAGE);
    for (const one of page) {
      if (people.length === PAGE) return { people, next: at };
      at = one._id;
      if (fits(one)) people.push(one);
    }
    if (page.length < PAGE) return { people, next: null };
  }
  return { people, next: at };
}

/** Ids that only the files know: of an ID number, in probation, with a term that ends. Null: everybody. */
async function namedIds(
  { database, cipher }: Ports,
  { state }: Wanted,
  number: string,
  today: LocalDate,
): Promise<readonly string[] | null> {
  if (isIdNumber(number)) return (await personnel.ofIdNumber(database, cipher, number)).map(({ _id }) => _id);
  if (state === 'probation')
    return (await personnel.endingFrom(database, 'probationEnd', today)).map(({ _id }) => _id);
  if (state !== 'ending') return null;
  const soon = addDays(today, TERM_SOON_DAYS);
  return (await personnel.endingFrom(database, 'contract.to', today))
    .filter(({ contract: { to } }) => to !== null && to <= soon)
    .map(({ _id }) => _id);
}

function isInState({ lastDay, openid }: Employment, state: Wanted['state'], today: LocalDate): boolean {
  const works = lastDay === null || lastDay >= today;
  if (state === 'left') return !works;
  if (state === 'leaving') return works && lastDay !== null;
  return works && (state !== 'unbound' || openid === null);
}

function isUnder(
  org: Organisation,
  person: Employment,
  departmentId: string | null,
  today: LocalDate,
): boolean {
  if (departmentId === null) return true;
  const day = person.hireDate > today ? person.hireDate : today;
  return assignmentsOn(personOf(person), day).some(({ departmentIds }) =>
    departmentIds.some((id) => org.book.departments.pathToRoot(id, today).includes(departmentId)),
  );
}

/** One department is looked up; of several those that do not belong are passed over. */
function departmentWhere(org: Organisation, departmentId: string | null): Where {
  if (departmentId === null) return {};
  const ids = org.published.departments
    .map(({ id }) => id)
    .filter((id) => org.book.departments.everUnder(id).has(departmentId));
  return { 'assignments.departmentIds': ids.length === 1 ? (ids[0] as string) : { in: ids } };
}
