import type { CellChange, CellOutcome } from '@domain/schedule/roster-cells';
import { changeCells, markOn, UNPLANNED, withMarks } from '@domain/schedule/roster-cells';
import { daysTouchedBy, type RosterSurroundings } from '@domain/schedule/roster-edit';
import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { freshSheet } from '../attendance/fresh-sheet';
import { judgeDays, type SheetsByMonth, sheetsByMonth } from '../attendance/judged-days';
import { monthAfter, monthsFrom } from '../attendance/months-from';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { type Organisation, personOf, todayIn } from '../organisation';
import type { Ports, Transaction } from '../ports';
import type { Employment } from '../repositories/employments';
import {
  plannedDaysOf,
  type Roster,
  type RosterChange,
  rosterChanges,
  rosters,
} from '../repositories/rosters';
import { type Sheet, sheets } from '../repositories/sheets';
import { type SheetRewrite, rewriteOf } from '../rules/rejudge-person';
import { monthsWithCopyOf, reachOf } from './sheet-reach';
import { rosterOnSheets } from './roster-on-sheets';

/** Who changes a roster, by which command, and how. */
export interface RosterCommand {
  readonly id: string;
  readonly by: Pick<Employment, '_id' | 'name'>;
  readonly means: RosterChange['means'];
}

/** What becomes of somebody's cells, and the days behind that come out otherwise. */
export interface ChangedRoster {
  readonly outcomes: readonly CellOutcome[];
  /** One for each sheet whose days are judged again. */
  readonly rewrites: readonly SheetRewrite[];
}

/** What a change of somebody's roster reads: everything that it could touch. */
export interface RosterReads {
  readonly rosters: ReadonlyMap<string, Roster | null>;
  readonly sheets: SheetsByMonth;
}

interface Changed extends ChangedRoster {
  /** The copies that sheets carry afterwards, by month. */
  readonly copies: ReadonlyMap<string, NonNullable<Sheet['roster']>>;
}

/**
 * Changes cells of one person's roster inside a transaction: the roster, who changed it, the copies that sheets carry and
 * the days behind that are judged anew, all or nothing. A repeated command changes nothing and says what it did.
 */
export async function changeRoster(
  transaction: Transaction,
  ports: Ports,
  org: Organisation,
  employment: Employment,
  changes: readonly CellChange[],
  command: RosterCommand,
): Promise<ChangedRoster> {
  const id = rosterChanges.idOf(employment._id, command.id);
  const done = await rosterChanges.readInside(transaction, id);
  const reads = await readInside(transaction, employment, changes);
  if (done !== null) return alreadyDone(ports, org, employment, reads, changes, done);
  const changed = changedRoster(ports, org, employment, reads, changes);
  const kept = writtenOf(changed.outcomes);
  if (kept.length === 0) return changed;
  for (const [month, roster] of reads.rosters) {
    const own = kept.filter(({ date }) => monthOf(date) === month);
    if (own.length === 0) continue;
    const days = Object.fromEntries(
      [...withMarks(plannedDaysOf(roster), own)].map(([date, mark]) => [sheets.keyOf(date), mark]),
    );
    await rosters.writeInside(transaction, roster, employment._id, month, days);
  }
  await rosterChanges.addInside(transaction, {
    _id: id,
    employmentId: employment._id,
    months: [...new Set(kept.map(({ date }) => monthOf(date)))],
    at: ports.clock.now(),
    by: command.by._id,
    byName: command.by.name,
    means: command.means,
    cells: kept.map(({ date, from, to }) => ({ date, from, to })),
  });
  await writeSheets(transaction, org, employment, reads.sheets, changed);
  return changed;
}

/** What the same change would make of the days behind, nothing written. */
export function changedRoster(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  { rosters: read, sheets: before }: RosterReads,
  changes: readonly CellChange[],
): Changed {
  const around = surroundingsOf(ports, org, employment, before, [...read.values()]);
  const { outcomes } = changeCells(around, changes);
  const kept = writtenOf(outcomes);
  const copies = copiesAfter(before, kept);
  const after = new Map(before);
  for (const [month, roster] of copies)
    after.set(month, { ...(before.get(month) ?? freshSheet(org, employment, month, null)), roster });
  return { outcomes, copies, rewrites: judgedAnew(ports, org, employment, kept, before, after) };
}

/** What decides whether cells may be planned so: rules, locks, and the days as they are. */
export function surroundingsOf(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  found: SheetsByMonth,
  read: readonly (Roster | null)[],
): RosterSurroundings {
  const carried = rosterOnSheets(found.values());
  const planned = new Map(carried.planned);
  // The roster itself has the last word over the copies.
  for (const roster of read)
    if (roster !== null) for (const [date, mark] of plannedDaysOf(roster)) planned.set(date, mark);
  return {
    book: org.book,
    person: personOf(employment),
    roster: { ...carried, planned },
    today: todayIn(org.zone, ports.clock.now()),
    lockedMonths: new Set([...found.values()].filter(isLocked).map(({ month }) => month)),
  };
}

const isLocked = ({ lock }: Sheet): boolean => lock !== 'open';

/** Cells that say something else now. */
export const writtenOf = (outcomes: readonly CellOutcome[]): readonly CellChange[] =>
  outcomes.flatMap((outcome) => (outcome.kind === 'kept' && outcome.written ? [outcome.change] : []));

/** The months that a change reads, with those around them: evenings move mornings, and sheets carry copies. */
export function monthsAroundCells(changes: readonly Pick<CellChange, 'date'>[]): readonly string[] {
  const months = changes.map(({ date }) => monthOf(date)).sort();
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? [] : monthsFrom(previousMonth(first), monthAfter(last));
}

async function readInside(
  transaction: Transaction,
  { _id }: Employment,
  changes: readonly CellChange[],
): Promise<RosterReads> {
  const found = new Map<string, Roster | null>();
  for (const month of new Set(changes.map(({ date }) => monthOf(date))))
    found.set(month, await rosters.readInside(transaction, _id, month));
  const carried: Sheet[] = [];
  for (const month of monthsAroundCells(changes)) {
    const sheet = await sheets.readInside(transaction, _id, month);
    if (sheet !== null) carried.push(sheet);
  }
  return { rosters: found, sheets: sheetsByMonth(carried) };
}

/** Copies that change, by month. A locked sheet keeps its own: what was signed must not move. */
function copiesAfter(before: SheetsByMonth, kept: readonly CellChange[]): Changed['copies'] {
  const copies = new Map<string, NonNullable<Sheet['roster']>>();
  for (const { date, to } of kept)
    for (const month of monthsWithCopyOf(date)) {
      const sheet = before.get(month);
      const [from, until] = reachOf(month);
      if ((sheet !== undefined && isLocked(sheet)) || date < from || date > until) continue;
      const { [date]: _was, ...others } = copies.get(month) ?? sheet?.roster ?? {};
      copies.set(month, to === UNPLANNED ? others : { ...others, [date]: to });
    }
  return copies;
}

/** Two more than today: the button may have written a day that is not over. */
const DAYS_AHEAD = 2;

function judgedAnew(
  { clock }: Ports,
  org: Organisation,
  employment: Employment,
  kept: readonly CellChange[],
  before: SheetsByMonth,
  after: SheetsByMonth,
): readonly SheetRewrite[] {
  const now = clock.now();
  const touched = new Set(kept.flatMap(daysTouchedBy));
  const since = [...touched].sort()[0];
  const open = [...before.values()].filter((sheet) => !isLocked(sheet));
  const until = [addDays(todayIn(org.zone, now), DAYS_AHEAD), lastOf(open)].sort()[0] as LocalDate;
  if (since === undefined || open.length === 0 || since > until) return [];
  const begin = firstOf(monthOf(since));
  const lock = (date: LocalDate) => before.get(monthOf(date))?.lock ?? 'open';
  const days = (months: SheetsByMonth, replans?: (date: LocalDate) => boolean) =>
    judgeDays(org, employment, months, begin, until, now, replans);
  const [was, is] = [days(before), days(after, (date) => touched.has(date) && lock(date) === 'open')];
  const by = { orgRevision: org.revision, at: now, because: 'roster' } as const;
  return open.map((sheet) => rewriteOf(sheet, since, was, is, by)).filter((rewrite) => rewrite !== null);
}

const lastOf = (found: readonly Sheet[]): LocalDate =>
  addDays(
    firstOf(
      monthAfter(
        found
          .map(({ month }) => month)
          .sort()
          .at(-1) ?? '1970-01',
      ),
    ),
    -1,
  );

async function writeSheets(
  transaction: Transaction,
  org: Organisation,
  employment: Employment,
  before: SheetsByMonth,
  { copies, rewrites }: Changed,
): Promise<void> {
  const rewritten = new Map(rewrites.map((rewrite) => [rewrite.sheet.month, rewrite]));
  for (const month of new Set([...copies.keys(), ...rewritten.keys()])) {
    const sheet = before.get(month);
    const roster = copies.get(month);
    if (sheet === undefined) {
      if (isEmployedIn(employment, month))
        await sheets.addInside(transaction, { ...freshSheet(org, employment, month, null), roster });
      continue;
    }
    const { days = {}, rejudged = {}, carryIn = sheet.carryIn } = rewritten.get(month) ?? {};
    await sheets.writeInside(transaction, sheet, { days, rejudged, carryIn, ...(roster && { roster }) });
  }
}

const isEmployedIn = ({ hireDate, lastDay }: Employment, month: string): boolean =>
  monthOf(hireDate) <= month && (lastDay === null || monthOf(lastDay) >= month);

/** A repeat writes nothing: what was written then stands, or somebody has changed it since. */
function alreadyDone(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  { sheets: found, rosters: read }: RosterReads,
  changes: readonly CellChange[],
  { cells }: RosterChange,
): ChangedRoster {
  const around = surroundingsOf(ports, org, employment, found, [...read.values()]);
  const wrote = new Set(cells.map(({ date }) => date));
  const standing = ({ date, to }: CellChange): boolean => markOn(around.roster.planned, date) === to;
  const others = changes.filter((change) => !wrote.has(change.date) && !standing(change));
  const again = new Map(changeCells(around, others).outcomes.map((one) => [one.change, one]));
  return {
    outcomes: changes.map((change): CellOutcome => {
      if (standing(change)) return { kind: 'kept', change, written: false };
      const outcome = again.get(change);
      return outcome?.kind === 'refused'
        ? outcome
        : { kind: 'taken', change, now: markOn(around.roster.planned, change.date) };
    }),
    rewrites: [],
  };
}
