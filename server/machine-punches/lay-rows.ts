import { planAt } from '@domain/attendance/accept-punch';
import type { MachineRow } from '@domain/attendance/machine-rows';
import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { instantOfMinute } from '@domain/time/instant';
import { freshSheet } from '../attendance/fresh-sheet';
import {
  type JudgedDay,
  judgeDays,
  type SheetsByMonth,
  sheetsByMonth,
  storedDayFrom,
} from '../attendance/judged-days';
import { monthAfter, monthsFrom } from '../attendance/months-from';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { type Organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { type PunchFact, punches } from '../repositories/punches';
import { type Sheet, sheets, type StoredDay } from '../repositories/sheets';
import type { PersonRows } from './sort-rows';

const ATTEMPTS_AT_A_RACE = 6;
const FACTS_AT_A_TIME = 20;

export interface LaidRows {
  readonly counted: number;
  readonly known: number;
  /** Months that take nothing any more, of which rows were left out. */
  readonly locked: readonly string[];
}

/**
 * Puts a person's rows of a machine's file among the punches, each once however often it comes, and judges the days
 * anew with what follows from them. Months that are locked stay as they are and are named. Null when others wrote first
 * each time.
 */
export async function layRows(ports: Ports, org: Organisation, person: PersonRows): Promise<LaidRows | null> {
  const { employment } = person;
  const read = monthsOf(org, person.rows, todayIn(org.zone, ports.clock.now()));
  let added: { counted: number; known: number } | null = null;
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const before = sheetsByMonth(await sheets.ofMonths(ports.database, employment._id, read));
    const days = judge(ports, org, person, before, read);
    const placed = placeRows(ports, days, person.rows);
    const isLocked = ({ date }: Placed): boolean => (before.get(monthOf(date))?.lock ?? 'open') !== 'open';
    const open = placed.filter((one) => !isLocked(one));
    added ??= await addFacts(
      ports,
      open.map((one) => factOf(employment._id, one)),
    );
    const locked = [...new Set(placed.filter(isLocked).map(({ date }) => monthOf(date)))];
    if (await write(ports, org, person, { before, days, open, read })) return { ...added, locked };
  }
  return null;
}

/** A row with the day it belongs to and the id under which it stands there. */
interface Placed {
  readonly id: string;
  readonly date: LocalDate;
  readonly row: MachineRow;
}

/** From the month before the first row to the present one: evenings move mornings. */
function monthsOf(org: Organisation, rows: readonly MachineRow[], today: LocalDate): readonly string[] {
  const dates = rows.map(({ minute }) => org.zone.dateAt(minute)).sort();
  const [first = today, last = today] = [dates[0], dates.at(-1)];
  const end = [monthOf(addDays(last, 1)), monthOf(today)].sort().at(-1) as string;
  return monthsFrom(previousMonth(monthOf(addDays(first, -1))), end);
}

const judge = (
  { clock }: Ports,
  org: Organisation,
  { employment }: PersonRows,
  months: SheetsByMonth,
  read: readonly string[],
): readonly JudgedDay[] => {
  const last = addDays(firstOf(monthAfter(read.at(-1) as string)), -1);
  return judgeDays(org, employment, months, firstOf(read[0] as string), last, clock.now());
};

/** The same row has the same id, in whichever file it comes: whose, which minute, which machine. */
function placeRows({ ids }: Ports, days: readonly JudgedDay[], rows: readonly MachineRow[]): Placed[] {
  const plans = days.map(({ plan }) => plan);
  const placed = rows.map((row): Placed => {
    const id = `machine-${ids.digest(`${row.minute} ${row.machine}`).slice(0, 24)}`;
    return { id, date: planAt(plans, row.minute).date, row };
  });
  return [...new Map(placed.map((one) => [one.id, one])).values()];
}

const factOf = (employmentId: string, { id, date, row }: Placed): PunchFact => ({
  _id: punches.idOf(employmentId, id),
  employmentId,
  at: instantOfMinute(row.minute),
  kind: null,
  dutyDate: date,
  refused: null,
  position: null,
  placeId: null,
  distanceMeters: null,
  claimedAt: null,
  device: null,
  source: 'import',
  ...(row.machine !== '' && { machine: row.machine }),
});

async function addFacts({ database }: Ports, facts: readonly PunchFact[]) {
  let counted = 0;
  for (let at = 0; at < facts.length; at += FACTS_AT_A_TIME) {
    const part = facts.slice(at, at + FACTS_AT_A_TIME);
    counted += (await Promise.all(part.map((fact) => punches.add(database, fact)))).filter(Boolean).length;
  }
  return { counted, known: facts.length - counted };
}

interface Writing {
  readonly before: SheetsByMonth;
  /** As they were judged without the rows. */
  readonly days: readonly JudgedDay[];
  readonly open: readonly Placed[];
  readonly read: readonly string[];
}

/** Resolves to whether nobody else wrote meanwhile. */
async function write(
  ports: Ports,
  org: Organisation,
  person: PersonRows,
  { before, days, open, read }: Writing,
): Promise<boolean> {
  const after = new Map<string, Sheet>(before);
  const touched = new Set<LocalDate>();
  for (const day of days) {
    const fresh = open.filter(
      ({ date, id }) => date === day.date && !day.punches.some((one) => one.id === id),
    );
    if (fresh.length === 0) continue;
    touched.add(day.date);
    const month = monthOf(day.date);
    const sheet = after.get(month) ?? freshSheet(org, person.employment, month, null);
    const stored = storedDayFrom(day);
    const cards = fresh.map(({ id, row }): StoredDay['punches'][number] => [id, row.minute, null, 'import']);
    const punched = { ...stored, punches: [...stored.punches, ...cards] };
    after.set(month, { ...sheet, days: { ...sheet.days, [sheets.keyOf(day.date)]: punched } });
  }
  if (touched.size === 0) return true;
  const judged = judge(ports, org, person, after, read);
  const writes = [...after].flatMap(([month, sheet]) => {
    const was = before.get(month);
    if (was && was.lock !== 'open') return [];
    const changed = changedDays(was ?? null, month, judged, touched);
    if (Object.keys(changed).length === 0) return [];
    const carryIn = judged.find(({ date }) => date === firstOf(month))?.carryIn ?? null;
    return [
      was
        ? sheets.writeDays(ports.database, was, changed)
        : sheets.add(ports.database, { ...sheet, carryIn, days: changed }),
    ];
  });
  return (await Promise.all(writes)).every(Boolean);
}

/** The days with new punches, and stored ones that come out otherwise. */
function changedDays(
  was: Sheet | null,
  month: string,
  judged: readonly JudgedDay[],
  touched: ReadonlySet<LocalDate>,
): Readonly<Record<string, StoredDay>> {
  const changed: Record<string, StoredDay> = {};
  for (const day of judged) {
    if (monthOf(day.date) !== month) continue;
    const key = sheets.keyOf(day.date);
    const had = was?.days[key];
    const is = storedDayFrom(day);
    if (touched.has(day.date) || (had && JSON.stringify(had) !== JSON.stringify(is))) changed[key] = is;
  }
  return changed;
}
