import type { LocalDate } from '@domain/time/local-date';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';
import { sheets } from './sheets';

const ROSTERS = 'rosters';
const CHANGES = 'rosterChanges';

const rosterDocument = lazily(() =>
  z.object({
    /** employmentId:month, as the sheet's. */
    _id: z.string(),
    employmentId: z.string(),
    month: z.string(),
    /** Counts the changes. */
    revision: z.int(),
    /** '01' … '31' → a shift, null for a planned rest day; a day that is not planned is not there. */
    days: z.record(z.string(), z.nullable(z.string())),
  }),
);

const mark = () => z.nullable(z.string());

const changeDocument = lazily(() =>
  z.object({
    /** employmentId:commandId: a repeated command finds that it has happened. */
    _id: z.string(),
    employmentId: z.string(),
    /** The months of its cells. */
    months: z.array(z.string()),
    /** Epoch ms. */
    at: z.int(),
    /** The employment that changed it, and the name then. */
    by: z.string(),
    byName: z.string(),
    means: z.enum(['painted', 'imported', 'swapped', 'chosen']),
    /** What each cell said and says now; '' stands for nothing planned, null for rest. */
    cells: z.array(z.object({ date: z.string(), from: mark(), to: mark() })),
  }),
);

export type Roster = z.output<ReturnType<typeof rosterDocument>>;
export type RosterChange = z.output<ReturnType<typeof changeDocument>>;

const parse = (document: unknown): Roster => parseDocument(ROSTERS, rosterDocument, document);
const parseChange = (document: unknown): RosterChange => parseDocument(CHANGES, changeDocument, document);

/** What is planned for whom. Whatever plans days reads the copy on the sheet; a change writes both in one transaction. */
export const rosters = {
  idOf: sheets.idOf,
  /** The rosters of these people in a month, in one read; at most 1000 people. */
  async ofPeople(
    database: Database,
    employmentIds: readonly string[],
    month: string,
  ): Promise<readonly Roster[]> {
    if (employmentIds.length === 0) return [];
    const where = { employmentId: { in: employmentIds }, month };
    return (await database.find(ROSTERS, where, { limit: employmentIds.length })).map(parse);
  },
  async readInside(transaction: Transaction, employmentId: string, month: string): Promise<Roster | null> {
    const found = await transaction.read(ROSTERS, rosters.idOf(employmentId, month));
    return found === null ? null : parse(found);
  },
  async writeInside(
    transaction: Transaction,
    before: Roster | null,
    employmentId: string,
    month: string,
    days: Roster['days'],
  ): Promise<void> {
    const _id = rosters.idOf(employmentId, month);
    if (before === null)
      await transaction.add(ROSTERS, { _id, employmentId, month, revision: 1, days } as Roster);
    else await transaction.update(ROSTERS, _id, { set: { days }, increment: { revision: 1 } });
  },
};

/** Who changed what, newest first where several are read. */
export const rosterChanges = {
  idOf: (employmentId: string, commandId: string): string => `${employmentId}:${commandId}`,
  async readInside(transaction: Transaction, id: string): Promise<RosterChange | null> {
    const found = await transaction.read(CHANGES, id);
    return found === null ? null : parseChange(found);
  },
  async read(database: Database, id: string): Promise<RosterChange | null> {
    const found = await database.read(CHANGES, id);
    return found === null ? null : parseChange(found);
  },
  addInside: (transaction: Transaction, change: RosterChange): Promise<void> =>
    transaction.add(CHANGES, change),
  async ofPeople(
    database: Database,
    employmentIds: readonly string[],
    month: string,
    limit: number,
  ): Promise<readonly RosterChange[]> {
    if (employmentIds.length === 0) return [];
    const where = { employmentId: { in: employmentIds }, months: month };
    return (await database.find(CHANGES, where, { limit, orderBy: ['at', 'desc'] })).map(parseChange);
  },
};

/** The planned days of a month as dates. */
export const plannedDaysOf = (roster: Pick<Roster, 'month' | 'days'> | null): Map<LocalDate, string | null> =>
  new Map(
    Object.entries(roster?.days ?? {}).map(([key, mark]) => [`${roster?.month}-${key}` as LocalDate, mark]),
  );
