import type { Punch } from '@domain/attendance/punch';
import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import type { Ports } from '../ports';
import { type Sheet, sheets, type StoredDay } from '../repositories/sheets';
import { freshSheet } from './fresh-sheet';
import { approvalsIn, judgeAgain, type JudgedDay, sheetsByMonth, storedDayFrom } from './judged-days';
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
  const touched = desk.days.findIndex(
    ({ date, punches }) => date === standing?.dutyDate || punches.some(({ id }) => id === punchId),
  );
  const from = touched < 0 ? desk.days.length : touched;
  const approvals = approvalsIn(desk.months);
  const days = judgeAgain(desk.days, from, (day) => withPress(day, punchId, standing), approvals, desk.now);
  const writes = [...changedSheets(desk, days.slice(from), standing?.dutyDate ?? null)];
  const [first] = writes;
  if (first?.before && first.before.lock !== 'open') return { state: 'locked' };
  // A locked month stops the cascade: its verdicts stay as they were signed.
  const open = writes.filter(({ before }) => before === null || before.lock === 'open');
  // The sheet of the punch decides; another month's verdicts follow from it and are rebuilt by the day close if lost.
  const results = await Promise.all(open.map((write) => storeSheet(ports, desk, write)));
  return results[0] === false ? { state: 'lost' } : { state: 'written', desk: { ...desk, days } };
}

/** Whether a sheet on the desk holds this press. */
export const holds = (desk: PunchDesk, punchId: string): boolean =>
  desk.days.some(({ punches }) => punches.some(({ id }) => id === punchId));

/**
 * The day's punches once the press stands where it should: a half-written earlier try of the same id, perhaps with a
 * later minute or on another day, gives way to the fact.
 */
function withPress(
  { date, punches }: JudgedDay,
  punchId: string,
  standing: Standing | null,
): readonly Punch[] {
  const others = punches.filter(({ id }) => id !== punchId);
  if (date === standing?.dutyDate) return [...others, standing.punch];
  return others.length === punches.length ? punches : others;
}

interface SheetWrite {
  readonly month: string;
  readonly before: Sheet | null;
  readonly days: Record<string, StoredDay>;
}

/** What the days now differ from what the sheets hold, a sheet at a time; the sheet of the duty date first. */
function* changedSheets(
  desk: PunchDesk,
  days: readonly JudgedDay[],
  dutyDate: LocalDate | null,
): Generator<SheetWrite> {
  const dutyMonth = dutyDate && monthOf(dutyDate);
  const months = new Set([...(dutyMonth ? [dutyMonth] : []), ...days.map(({ date }) => monthOf(date))]);
  for (const month of months) {
    const before = desk.months.get(month) ?? null;
    const changed: Record<string, StoredDay> = {};
    for (const day of days) {
      if (monthOf(day.date) !== month) continue;
      const key = sheets.keyOf(day.date);
      const had = before?.days[key];
      const is = storedDayFrom(day);
      const kept = had !== undefined || day.date === dutyDate;
      if (kept && JSON.stringify(had) !== JSON.stringify(is)) changed[key] = is;
    }
    if (month === dutyMonth || Object.keys(changed).length > 0) yield { month, before, days: changed };
  }
}

function storeSheet(
  { database }: Ports,
  desk: PunchDesk,
  { month, before, days }: SheetWrite,
): Promise<boolean> {
  if (before === null) {
    const carryIn = desk.days.find(({ date }) => date === firstOf(month))?.carryIn ?? null;
    return sheets.add(database, { ...freshSheet(desk.org, desk.employment, month, carryIn), days });
  }
  if (Object.keys(days).length === 0) return Promise.resolve(true);
  const { openid } = desk.employment;
  return sheets.writeDays(database, before, days, { orgRevision: desk.org.revision, openid });
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
