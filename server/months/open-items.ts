import { REQUEST_TITLES, REVOCATION } from '@domain/approval/flows/requests';
import type { OutputOf } from '@contract/contract';
import { monthOf } from '@domain/time/local-date';
import { previousMonth } from '../attendance/punch-desk';
import { sheetsByMonth } from '../attendance/judged-days';
import { type Organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { isOver } from '../reports/columns';
import { judgedMonth } from '../reports/judged-people';
import { monthsOfRequest } from '../requests/locked-month';
import { requestOf } from '../requests/request-fields';
import { type CaseDocument, cases } from '../repositories/cases';
import { type Employment, employments } from '../repositories/employments';
import { sheets } from '../repositories/sheets';
import { caseFact, correctionOf } from '../workflow/case-fact';
import { isEmployedIn, lastOf } from './month-span';
import { byPerson, staffWhere } from './run-closing';

/** Two sheets each, and the cases that they began. */
const PEOPLE_A_PAGE = 300;
const FLOWS = ['correction', REVOCATION, ...Object.keys(REQUEST_TITLES)];
const EVERYTHING = { text: '', wheres: [], sees: () => true };

type OpenItems = OutputOf<'month.openItems'>;

/** What a lock would freeze as it is: shown before it, so that nobody is surprised. Three reads a page. */
export async function openItems(
  ports: Ports,
  org: Organisation,
  month: string,
  branchId: string | null,
  after: string | null,
): Promise<OpenItems> {
  const { database } = ports;
  const page = await employments.page(database, staffWhere({ branchId }), after, PEOPLE_A_PAGE);
  const staff = page.filter((one) => isEmployedIn(one, month));
  const ids = staff.map(({ _id }) => _id);
  const [found, running] = await Promise.all([
    sheets.ofPeople(database, ids, [previousMonth(month), month]),
    cases.runningOf(database, ids, FLOWS),
  ]);
  const own = byPerson(found);
  const people = staff.map((one) => {
    const months = sheetsByMonth(own.get(one._id) ?? []);
    return {
      one,
      sheet: months.get(month),
      days: judgedMonth(ports, org, EVERYTHING, one, months, month).days,
    };
  });
  const today = todayIn(org.zone, ports.clock.now());
  const open = people.filter(({ sheet }) => sheet?.lock !== 'locked');
  return {
    people: staff.length,
    lockedPeople: people.length - open.length,
    unjudgedDays: open.reduce(
      (sum, { sheet, days }) => sum + days.filter(({ date }) => date > (sheet?.closedThrough ?? '')).length,
      0,
    ),
    missing: open.flatMap(({ one, days }) => {
      const cards = days
        .filter((day) => isOver(day, today))
        .reduce((sum, { verdict }) => sum + verdict.missing.length, 0);
      const departmentName = org.departmentName(one, lastOf(month));
      return cards === 0 ? [] : [{ employmentId: one._id, name: one.name, departmentName, cards }];
    }),
    pending: await pendingIn(ports, month, running, staff),
    next: page.length < PEOPLE_A_PAGE ? null : (page.at(-1)?._id ?? null),
  };
}

async function pendingIn(
  ports: Ports,
  month: string,
  running: readonly CaseDocument[],
  staff: readonly Employment[],
): Promise<OpenItems['pending']> {
  const names = new Map(staff.map(({ _id, name }) => [_id, name]));
  const touching = await Promise.all(
    running.map(async (one) => ((await touches(ports, one, month)) ? [one] : [])),
  );
  return touching.flat().map(({ _id, applicantId, state }) => ({
    caseId: _id,
    employmentId: applicantId,
    name: names.get(applicantId) ?? '',
    what: `${titleOf(state.flow.id)} ${caseFact(state)}`,
  }));
}

/** Only of a request to take another back the months have to be looked up, and few of them run at a time. */
async function touches({ database }: Ports, { state }: CaseDocument, month: string): Promise<boolean> {
  const asked = correctionOf(state);
  if (asked) return monthOf(asked.date) === month;
  const request = requestOf(state);
  if (request) return request.fields.from.slice(0, 7) <= month && request.fields.to.slice(0, 7) >= month;
  return (await monthsOfRequest(database, state)).includes(month);
}

const titleOf = (flowId: string): string =>
  flowId in REQUEST_TITLES
    ? REQUEST_TITLES[flowId as keyof typeof REQUEST_TITLES]
    : flowId === 'correction'
      ? '补卡'
      : '';
