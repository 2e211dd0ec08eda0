import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { type JudgedDay, judgeDays, sheetsByMonth, storedDayFrom } from '../attendance/judged-days';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { wholeSheet } from '../attendance/whole-sheet';
import { organisation, type Organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { type Sheet, sheets, type StoredDay } from '../repositories/sheets';

const AT_A_TIME = 50;

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
  const [before, whole] = await Promise.all([
    sheets.read(database, employment._id, previousMonth(sheet.month)),
    wholeSheet(ports, org, employment, sheet, until),
  ]);
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

const endOfMonth = (month: string): LocalDate => addDays(firstOf(monthOf(addDays(firstOf(month), 31))), -1);
