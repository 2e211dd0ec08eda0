import type { Punch } from '@domain/attendance/punch';
import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import type { Ports } from '../ports';
import { type Sheet, sheets, type StoredDay } from '../repositories/sheets';
import { sheetsByMonth, storedDayFrom } from './judged-days';
import { DAYS_AHEAD, deskOver, firstOf, type PunchDesk } from './punch-desk';

/** Where one press stands in the sheets: once, on its duty date. */
export interface Standing {
  readonly dutyDate: LocalDate;
  readonly punch: Punch;
}

export type Recorded =
  { readonly state: 'written'; readonly desk: PunchDesk } | { readonly state: 'locked' | 'lost' };

/**
 * Puts a press into the sheet of its duty date, once, and out of every other day; with `standing` null it stands nowhere
 * afterwards. Days whose verdict changes with it (the next scheduled day after a late evening) are written too, as far as
 * their month is open. Resolves to 'lost' when another writer came first: read again and repeat.
 */
export async function recordPunch(
  ports: Ports,
  desk: PunchDesk,
  punchId: string,
  standing: Standing | null,
): Promise<Recorded> {
  const after = withPress(desk, punchId, standing);
  const writes = [...changedSheets(desk, after, standing?.dutyDate ?? null)];
  const [first] = writes;
  if (first?.before && first.before.lock !== 'open') return { state: 'locked' };
  // A locked month stops the cascade: its verdicts stay as they were signed.
  const open = writes.filter(({ before }) => before === null || before.lock === 'open');
  // The sheet of the punch decides; another month's verdicts follow from it and are rebuilt by the day close if lost.
  const results = await Promise.all(open.map((write) => storeSheet(ports, desk, write)));
  return results[0] === false ? { state: 'lost' } : { state: 'written', desk: after };
}

/** Whether a sheet on the desk holds this press. */
export const holds = (desk: PunchDesk, punchId: string): boolean =>
  desk.days.some(({ punches }) => punches.some(({ id }) => id === punchId));

/**
 * The desk as it is once the press stands where it should: a half-written earlier try of the same id, perhaps with a
 * later minute or on another day, gives way to the fact.
 */
function withPress(desk: PunchDesk, punchId: string, standing: Standing | null): PunchDesk {
  const months = new Map(desk.months);
  for (const day of desk.days) {
    const others = day.punches.filter(({ id }) => id !== punchId);
    const isDuty = day.date === standing?.dutyDate;
    if (!isDuty && others.length === day.punches.length) continue;
    const month = monthOf(day.date);
    const sheet = months.get(month) ?? newSheet(desk, month);
    const stored = storedDayFrom({ ...day, punches: isDuty ? [...others, standing.punch] : others });
    months.set(month, { ...sheet, days: { ...sheet.days, [sheets.keyOf(day.date)]: stored } });
  }
  return deskOver(desk.org, desk.employment, months, desk.now);
}

interface SheetWrite {
  readonly month: string;
  readonly before: Sheet | null;
  readonly days: Record<string, StoredDay>;
}

/** What differs between the desks, a sheet at a time; the sheet of the duty date first. */
function* changedSheets(
  before: PunchDesk,
  after: PunchDesk,
  dutyDate: LocalDate | null,
): Generator<SheetWrite> {
  const dutyMonth = dutyDate && monthOf(dutyDate);
  const months = new Set([...(dutyMonth ? [dutyMonth] : []), ...after.months.keys()]);
  for (const month of months) {
    const sheet = before.months.get(month) ?? null;
    const days: Record<string, StoredDay> = {};
    for (const day of after.days) {
      if (monthOf(day.date) !== month) continue;
      const key = sheets.keyOf(day.date);
      const had = sheet?.days[key];
      const is = storedDayFrom(day);
      const kept = had !== undefined || day.date === dutyDate;
      if (kept && JSON.stringify(had) !== JSON.stringify(is)) days[key] = is;
    }
    if (month === dutyMonth || Object.keys(days).length > 0) yield { month, before: sheet, days };
  }
}

function storeSheet(
  { database }: Ports,
  desk: PunchDesk,
  { month, before, days }: SheetWrite,
): Promise<boolean> {
  if (before === null) return sheets.add(database, { ...newSheet(desk, month), days });
  if (Object.keys(days).length === 0) return Promise.resolve(true);
  const { openid } = desk.employment;
  return sheets.writeDays(database, before, days, { orgRevision: desk.org.revision, openid });
}

function newSheet({ org, employment, days }: PunchDesk, month: string): Sheet {
  const carryIn = days.find(({ date }) => date === firstOf(month))?.carryIn ?? null;
  return {
    _id: sheets.idOf(employment._id, month),
    employmentId: employment._id,
    month,
    openid: employment.openid,
    revision: 1,
    lock: 'open',
    orgRevision: org.revision,
    closedThrough: null,
    days: {},
    carryIn,
  };
}

/** Reads the sheets again by id, after a lost race; also finds a sheet that does not carry the OPENID yet. */
export async function reopenDesk(ports: Ports, desk: PunchDesk): Promise<PunchDesk> {
  const { database, clock } = ports;
  const { employment, org, today } = desk;
  const ahead = addDays(today, DAYS_AHEAD);
  const months = [monthOf(addDays(firstOf(monthOf(today)), -1)), monthOf(today), monthOf(ahead)];
  const found = await Promise.all(
    [...new Set(months)].map((month) => sheets.read(database, employment._id, month)),
  );
  return deskOver(org, employment, sheetsByMonth(found.filter((sheet) => sheet !== null)), clock.now());
}
