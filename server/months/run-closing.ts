import { previousMonth } from '../attendance/punch-desk';
import { workOn } from '../jobs/work-on';
import { type Organisation, organisationAt } from '../organisation';
import type { Ports, Where } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { type MonthClosing, monthClosings } from '../repositories/month-closings';
import { type Sheet, sheets } from '../repositories/sheets';
import { isEmployedIn } from './month-span';
import { type Moved, reopenPerson, sealPerson } from './seal-person';

/** After so many people the progress is kept. Two sheets each. */
const PEOPLE_A_STEP = 100;

/** Whom a closing is about; those who were not employed in that month are read and left out. */
export const staffWhere = ({ branchId }: Pick<MonthClosing, 'branchId'>): Where =>
  branchId === null ? {} : { branchId };

/**
 * Moves the locking or opening of a month on for about so long; resolves to how it stands. Whoever dies in it is
 * followed by another: what is locked already is found locked, and nobody is counted twice.
 */
export const runClosing = (ports: Ports, closing: MonthClosing, budgetMs: number): Promise<MonthClosing> =>
  workOn(ports, monthClosings, closing, budgetMs, (held) => oneStep(ports, held));

async function oneStep(ports: Ports, held: MonthClosing): Promise<Partial<MonthClosing>> {
  const { database } = ports;
  const { month, after } = held;
  const [org, page] = await Promise.all([
    organisationAt(ports, held.orgRevision),
    employments.page(database, staffWhere(held), after, PEOPLE_A_STEP),
  ]);
  const people = page.filter((one) => isEmployedIn(one, month));
  const ids = people.map(({ _id }) => _id);
  const own = byPerson(await sheets.ofPeople(database, ids, [previousMonth(month), month]));
  const moved = await Promise.all(
    people.map((one) => moveOne(ports, org, held, one, own.get(one._id) ?? [])),
  );
  return {
    after: page.at(-1)?._id ?? after,
    state: page.length < PEOPLE_A_STEP ? 'done' : 'running',
    done: held.done + people.length,
    moved: held.moved + moved.filter((one) => one.moved).length,
    changedDays: held.changedDays + moved.reduce((sum, one) => sum + one.changedDays, 0),
  };
}

const moveOne = (
  ports: Ports,
  org: Organisation,
  closing: MonthClosing,
  employment: Employment,
  found: readonly Sheet[],
): Promise<Moved> =>
  closing.kind === 'lock'
    ? sealPerson(ports, org, employment, found, closing)
    : reopenPerson(ports, found, closing.month);

export function byPerson(found: readonly Sheet[]): ReadonlyMap<string, readonly Sheet[]> {
  const own = new Map<string, Sheet[]>();
  for (const sheet of found) own.set(sheet.employmentId, [...(own.get(sheet.employmentId) ?? []), sheet]);
  return own;
}
