import { evaluateDay } from '@domain/attendance/evaluate-day';
import { type PersonRoster, planDay } from '@domain/schedule/plan-day';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { type Organisation, personOf } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { type PunchFact, punches } from '../repositories/punches';
import type { Sheet, StoredDay } from '../repositories/sheets';
import { rosterOnSheets } from '../rosters/roster-on-sheets';
import { storedDayFrom } from './judged-days';
import { firstOf } from './punch-desk';
import { reconcileFacts } from './reconcile-facts';

const MOST_PUNCHES = 1000;

/** The sheet with exactly the punches that its facts say up to a day; facts that were never written are made again. */
export async function wholeSheet(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  sheet: Sheet,
  until: LocalDate,
): Promise<Sheet> {
  const facts = await factsOf(ports, sheet);
  const roster = rosterOnSheets([sheet]);
  const { sheet: whole, lost } = reconcileFacts(sheet, facts, until, (date) =>
    emptyDay(org, employment, roster, date),
  );
  await Promise.all(lost.map((fact) => punches.add(ports.database, fact)));
  return whole;
}

/** The person's presses from the month's first on, with a day before it for zones far west. */
function factsOf({ database }: Ports, sheet: Sheet): Promise<readonly PunchFact[]> {
  const from = Date.parse(`${addDays(firstOf(sheet.month), -1)}T00:00:00Z`);
  return punches.since(database, sheet.employmentId, from, MOST_PUNCHES);
}

function emptyDay(
  org: Organisation,
  employment: Employment,
  roster: PersonRoster,
  date: LocalDate,
): StoredDay {
  const plan = planDay(org.book, personOf(employment), roster, date);
  return storedDayFrom({ date, plan, punches: [], carryIn: null, verdict: evaluateDay(plan, [], [], null) });
}
