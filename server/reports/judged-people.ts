import { isEmployedOn } from '@domain/people/person';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { type JudgedDay, judgeDays, type SheetsByMonth, sheetsByMonth } from '../attendance/judged-days';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { type Organisation, personOf } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { type Sheet, sheets } from '../repositories/sheets';
import { monthAfter } from '../attendance/months-from';
import { signedUnder } from '../months/signed-under';
import type { ReportScope } from './report-scope';

/** People a page: two sheets each, and one reply of the cloud holds 1000 documents and 16 MB. */
export const PEOPLE_A_PAGE = 300;

/** One person's month as the scope may see it. */
export interface JudgedPersonMonth {
  readonly employment: Employment;
  readonly months: SheetsByMonth;
  /** Days of the month on which the person was employed and in the scope, those to come included. */
  readonly days: readonly JudgedDay[];
}

/**
 * A page of people with their month, judged as their own month page judges it, so that no number differs from what the
 * person sees. Two reads for HR, however many people; one more for every further department of a head.
 *
 * @param after the last person of the page before
 */
export async function judgedPeople(
  ports: Ports,
  org: Organisation,
  scope: ReportScope,
  month: string,
  after: string | null,
): Promise<{ readonly people: readonly JudgedPersonMonth[]; readonly next: string | null }> {
  const read = await staffOf(ports, scope, after);
  const page = read.slice(0, PEOPLE_A_PAGE);
  const found = await sheets.ofPeople(
    ports.database,
    page.map(({ _id }) => _id),
    [previousMonth(month), month],
  );
  const byPerson = new Map<string, Sheet[]>();
  for (const sheet of found)
    byPerson.set(sheet.employmentId, [...(byPerson.get(sheet.employmentId) ?? []), sheet]);
  const orgOf = await signedUnder(
    ports,
    org,
    found.filter((sheet) => sheet.month === month),
  );
  const people = page.map((employment) => {
    const months = sheetsByMonth(byPerson.get(employment._id) ?? []);
    return judgedMonth(ports, orgOf(months.get(month)), scope, employment, months, month);
  });
  return {
    people: people.filter(({ days }) => days.length > 0),
    next: read.length > PEOPLE_A_PAGE ? (page.at(-1)?._id ?? null) : null,
  };
}

/** The next people of the scope, one more than a page holds if there are more. */
async function staffOf(
  { database }: Ports,
  { wheres }: ReportScope,
  after: string | null,
): Promise<readonly Employment[]> {
  const most = PEOPLE_A_PAGE + 1;
  const read = await Promise.all(wheres.map((where) => employments.page(database, where, after, most)));
  const once = new Map(read.flat().map((one) => [one._id, one]));
  return [...once.values()].sort((a, b) => (a._id < b._id ? -1 : 1)).slice(0, most);
}

/** One person alone. */
export function judgedMonth(
  ports: Ports,
  org: Organisation,
  scope: ReportScope,
  employment: Employment,
  months: SheetsByMonth,
  month: string,
): JudgedPersonMonth {
  const [first, last] = [firstOf(month), addDays(firstOf(monthAfter(month)), -1)];
  const person = personOf(employment);
  const isSeen = (date: LocalDate): boolean => isEmployedOn(person, date) && scope.sees(employment, date);
  // Last month is judged too: its last evening may move the first morning.
  const judged = judgeDays(org, employment, months, firstOf(previousMonth(month)), last, ports.clock.now());
  return { employment, months, days: judged.filter(({ date }) => date >= first && isSeen(date)) };
}
