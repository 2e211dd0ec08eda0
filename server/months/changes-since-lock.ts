import { addDays } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import { sheetsByMonth } from '../attendance/judged-days';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { judgedMonth } from '../reports/judged-people';
import { employments } from '../repositories/employments';
import { sheets, type SignedMonth } from '../repositories/sheets';
import { dayText } from '../wall-text';
import { isEmployedIn, lastOf } from './month-span';
import { byPerson, staffWhere } from './run-closing';
import { signedUnder } from './signed-under';
import { changedSince, signedDaysOf, signedText } from './signed-days';

const PEOPLE_A_PAGE = 300;
const EVERYTHING = { text: '', wheres: [], sees: () => true };

/** Whose days read otherwise than they were signed; people without a signed month have none. Two reads a page. */
export async function changesSinceLock(
  ports: Ports,
  org: Organisation,
  month: string,
  branchId: string | null,
  after: string | null,
): Promise<OutputOf<'month.changes'>> {
  const page = await employments.page(ports.database, staffWhere({ branchId }), after, PEOPLE_A_PAGE);
  const staff = page.filter((one) => isEmployedIn(one, month));
  const ids = staff.map(({ _id }) => _id);
  const found = await sheets.ofPeople(ports.database, ids, [previousMonth(month), month]);
  const own = byPerson(found);
  const orgOf = await signedUnder(ports, org, found);
  return {
    people: staff.flatMap((one) => {
      const months = sheetsByMonth(own.get(one._id) ?? []);
      const sheet = months.get(month);
      if (!sheet?.signed) return [];
      const { days } = judgedMonth(ports, orgOf(sheet), EVERYTHING, one, months, month);
      const changed = changedSince(sheet, signedDaysOf(days, one, month));
      if (changed.length === 0) return [];
      const departmentName = org.departmentName(one, lastOf(month));
      return [{ employmentId: one._id, name: one.name, departmentName, days: changed.map(lineOf(month)) }];
    }),
    next: page.length < PEOPLE_A_PAGE ? null : (page.at(-1)?._id ?? null),
  };
}

const lineOf =
  (month: string) =>
  ([key, before, after]: SignedMonth['changed'][number]) => ({
    dateText: dayText(addDays(firstOf(month), Number(key) - 1)),
    before: signedText(before),
    after: signedText(after),
  });
