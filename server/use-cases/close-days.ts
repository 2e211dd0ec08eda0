import { evaluateDay } from '@domain/attendance/evaluate-day';
import { EMPTY_ROSTER, planDay } from '@domain/schedule/plan-day';
import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { type JudgedDay, judgeDays, sheetsByMonth, storedDayFrom } from '../attendance/judged-days';
import { reconcileFacts } from '../attendance/reconcile-facts';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { organisation, type Organisation, personOf, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { type PunchFact, punches } from '../repositories/punches';
import { type Sheet, sheets, type StoredDay } from '../repositories/sheets';

const AT_A_TIME = 50;
const MOST_PUNCHES = 1000;

/**
 * The day close, a chunk a tick: days that are over are judged and written, and the halves of broken writes are brought
 * together. A day is over when the day after it is: night shifts end by then.
 */
export async function closeDays(ports: Ports): Promise<number> {
  const org = await organisation(ports);
  const through = addDays(todayIn(org.zone, ports.clock.now()), -2);
  const months = [previousMonth(monthOf(through)), monthOf(through)];
  let closed = 0;
  for (const month of months) {
    const last = endOfMonth(month);
    const until = through < last ? through : last;
    const behind = await sheets.closedBefore(ports.database, month, until, AT_A_TIME);
    const done = await Promise.all(behind.map((sheet) => closeSheet(ports, org, sheet, until)));
    closed += done.filter(Boolean).length;
  }
  return closed;
}

async function closeSheet(ports: Ports, org: Organisation, sheet: Sheet, until: LocalDate): Promise<boolean> {
  const { database, clock } = ports;
  const employment = await employments.read(database, sheet.employmentId);
  if (!employment) return false;
  const [before, facts] = await Promise.all([
    sheets.read(database, employment._id, previousMonth(sheet.month)),
    factsOf(ports, sheet),
  ]);
  const { sheet: whole, lost } = reconcileFacts(sheet, facts, until, (date) =>
    emptyDay(org, employment, date),
  );
  await Promise.all(lost.map((fact) => punches.add(database, fact)));
  const months = sheetsByMonth(before ? [before, whole] : [whole]);
  const from = before ? firstOf(before.month) : firstOf(sheet.month);
  const judged = judgeDays(org, employment, months, from, until, clock.now());
  const days: Record<string, StoredDay> = {};
  for (const day of judged)
    if (monthOf(day.date) === sheet.month && changed(sheet, day))
      days[sheets.keyOf(day.date)] = storedDayFrom(day);
  const carryIn = judged.find(({ date }) => date === firstOf(sheet.month))?.carryIn ?? sheet.carryIn;
  return sheets.writeDays(database, sheet, days, { closedThrough: until, carryIn });
}

const changed = (sheet: Sheet, day: JudgedDay): boolean =>
  JSON.stringify(sheet.days[sheets.keyOf(day.date)]) !== JSON.stringify(storedDayFrom(day));

/** The person's presses from the month's first on, with a day before it for zones far west. */
function factsOf({ database }: Ports, sheet: Sheet): Promise<readonly PunchFact[]> {
  const from = Date.parse(`${addDays(firstOf(sheet.month), -1)}T00:00:00Z`);
  return punches.since(database, sheet.employmentId, from, MOST_PUNCHES);
}

function emptyDay(org: Organisation, employment: Employment, date: LocalDate): StoredDay {
  const plan = planDay(org.book, personOf(employment), EMPTY_ROSTER, date);
  return storedDayFrom({ date, plan, punches: [], carryIn: null, verdict: evaluateDay(plan, [], [], null) });
}

const endOfMonth = (month: string): LocalDate => addDays(firstOf(monthOf(addDays(firstOf(month), 31))), -1);
