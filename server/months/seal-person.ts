import { monthOf } from '@domain/time/local-date';
import { freshSheet } from '../attendance/fresh-sheet';
import {
  type JudgedDay,
  judgeDays,
  type SheetsByMonth,
  sheetsByMonth,
  storedDayFrom,
} from '../attendance/judged-days';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { wholeSheet } from '../attendance/whole-sheet';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import type { MonthClosing } from '../repositories/month-closings';
import { type Sheet, sheets, type SignedMonth, type StoredDay } from '../repositories/sheets';
import { lastOf } from './month-span';
import { changedDays, signedDaysOf } from './signed-days';

const ATTEMPTS_AT_A_RACE = 6;

export interface Moved {
  /** False: the month stood that way already. */
  readonly moved: boolean;
  /** Days that read otherwise than when the month was locked before. */
  readonly changedDays: number;
}

/**
 * Locks one person's month, every day of it judged and written, in one write: whatever else writes the sheet came
 * before and is in it, or comes after and hears that the month is locked. Who has no sheet yet gets one, so that
 * nothing can begin one later.
 *
 * @param found the person's sheets of this month and the one before
 */
export async function sealPerson(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  found: readonly Sheet[],
  { month, by }: Pick<MonthClosing, 'month' | 'by'>,
): Promise<Moved> {
  let months = sheetsByMonth(found);
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const stored = months.get(month);
    if (stored?.lock === 'locked') return { moved: false, changedDays: stored.signed?.changed.length ?? 0 };
    const sealed = await seal(ports, org, employment, months, stored, month, by);
    if (sealed !== null) return { moved: true, changedDays: sealed };
    const read = [previousMonth(month), month];
    months = sheetsByMonth(await sheets.ofMonths(ports.database, employment._id, read));
  }
  throw new Error(`a sheet of ${month} was too busy to be locked`);
}

/** How many days changed since the last lock; null when somebody wrote the sheet meanwhile. */
async function seal(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  months: SheetsByMonth,
  stored: Sheet | undefined,
  month: string,
  by: string,
): Promise<number | null> {
  const { database, clock } = ports;
  const last = lastOf(month);
  const base = stored ?? freshSheet(org, employment, month, null);
  const isClosed = base.closedThrough !== null && base.closedThrough >= last;
  const whole = isClosed ? base : await wholeSheet(ports, org, employment, base, last);
  const before = months.get(previousMonth(month));
  const from = firstOf(before === undefined ? month : before.month);
  const judged = judgeDays(org, employment, new Map(months).set(month, whole), from, last, clock.now());
  const days = daysToWrite(judged, base);
  const now = signedDaysOf(judged, employment, month);
  const changed = changedDays(stored?.signed?.days, now);
  const signed: SignedMonth = { at: clock.now(), by, orgRevision: org.revision, days: now, changed };
  const carryIn = judged.find(({ date }) => date === firstOf(month))?.carryIn ?? base.carryIn;
  const facts = { carryIn, closedThrough: last, orgRevision: org.revision, signed };
  const written = stored
    ? await sheets.seal(database, stored, days, facts)
    : await sheets.add(database, { ...base, ...facts, days, lock: 'locked' });
  return written ? changed.length : null;
}

/** Every day of the month that the sheet does not hold as it is: later rules find no day left to plan. */
function daysToWrite(judged: readonly JudgedDay[], { month, days }: Sheet): Record<string, StoredDay> {
  const write: Record<string, StoredDay> = {};
  for (const day of judged) {
    if (monthOf(day.date) !== month) continue;
    const key = sheets.keyOf(day.date);
    const is = storedDayFrom(day);
    if (JSON.stringify(days[key]) !== JSON.stringify(is)) write[key] = is;
  }
  return write;
}

/** Opens one person's month again; what was signed stays beside it. */
export async function reopenPerson(ports: Ports, found: readonly Sheet[], month: string): Promise<Moved> {
  let sheet = found.find((one) => one.month === month);
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    if (sheet?.lock !== 'locked') return { moved: false, changedDays: 0 };
    if (await sheets.reopen(ports.database, sheet)) return { moved: true, changedDays: 0 };
    sheet = (await sheets.ofMonths(ports.database, sheet.employmentId, [month]))[0];
  }
  throw new Error(`a sheet of ${month} was too busy to be opened`);
}
