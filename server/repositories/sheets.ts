import type { LocalDate } from '@domain/time/local-date';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';
import { type Sheet, sheetDocument, type SignedMonth, type StoredDay } from './sheet-document';

export type {
  RejudgedDay,
  Sheet,
  SignedDay,
  SignedMonth,
  StoredApproval,
  StoredDay,
  StoredOutside,
} from './sheet-document';

const COLLECTION = 'sheets';
/** So many fit in one reply however large they are. */
const FEW_SHEETS = 200;

const parse = (document: unknown): Sheet => parseDocument(COLLECTION, sheetDocument, document);

export const sheets = {
  idOf: (employmentId: string, month: string): string => `${employmentId}:${month}`,
  keyOf: (date: LocalDate): string => date.slice(8),

  /** The sheets of these months that carry this OPENID. */
  async ofOpenid(database: Database, openid: string, months: readonly string[]): Promise<readonly Sheet[]> {
    const found = await database.find(
      COLLECTION,
      { openid, month: { in: months } },
      { limit: months.length * 2 },
    );
    return found.map(parse);
  },
  /**
   * The sheets of these people in these months, in one read; at most 1000 sheets together. Sheets that were changed
   * often are large: what does not fit in one reply of the cloud is read in halves, and these in halves again.
   */
  async ofPeople(
    database: Database,
    employmentIds: readonly string[],
    months: readonly string[],
    mayHalve = 2,
  ): Promise<readonly Sheet[]> {
    if (employmentIds.length === 0) return [];
    const where = { employmentId: { in: employmentIds }, month: { in: months } };
    const limit = employmentIds.length * months.length;
    try {
      return (await database.find(COLLECTION, where, { limit })).map(parse);
    } catch (error) {
      if (mayHalve === 0 || limit < FEW_SHEETS) throw error;
      const half = Math.ceil(employmentIds.length / 2);
      const halves = [employmentIds.slice(0, half), employmentIds.slice(half)];
      const found = await Promise.all(
        halves.map((some) => sheets.ofPeople(database, some, months, mayHalve - 1)),
      );
      return found.flat();
    }
  },
  async read(database: Database, employmentId: string, month: string): Promise<Sheet | null> {
    const found = await database.read(COLLECTION, sheets.idOf(employmentId, month));
    return found === null ? null : parse(found);
  },
  /** One person's sheets of these months, by one read; months without one are left out. */
  async ofMonths(
    database: Database,
    employmentId: string,
    months: readonly string[],
  ): Promise<readonly Sheet[]> {
    const ids = months.map((month) => sheets.idOf(employmentId, month));
    return (await database.find(COLLECTION, { _id: { in: ids } }, { limit: ids.length })).map(parse);
  },
  /** Open sheets of a month that the day close has still to bring up to a day. */
  async closedBefore(
    database: Database,
    month: string,
    day: LocalDate,
    limit: number,
  ): Promise<readonly Sheet[]> {
    const behind = (closedThrough: { lt: string } | null) =>
      database.find(COLLECTION, { month, lock: 'open', closedThrough }, { limit });
    const [never, before] = await Promise.all([behind(null), behind({ lt: day })]);
    return [...never, ...before].slice(0, limit).map(parse);
  },
  add: (database: Database, sheet: Sheet): Promise<boolean> => database.add(COLLECTION, sheet),
  /** Writes days into the sheet if nobody wrote since it was read and it is not locked; resolves to whether it did. */
  writeDays(
    database: Database,
    before: Sheet,
    days: Readonly<Record<string, StoredDay>>,
    {
      rejudged = {},
      ...more
    }: Partial<
      Pick<
        Sheet,
        'orgRevision' | 'closedThrough' | 'carryIn' | 'openid' | 'approvals' | 'rejudged' | 'outside'
      >
    > = {},
  ): Promise<boolean> {
    const set: Record<string, unknown> = { ...more };
    for (const [key, day] of Object.entries(rejudged)) set[`rejudged.${key}`] = day;
    for (const [key, day] of Object.entries(days)) set[`days.${key}`] = day;
    return database.updateWhere(
      COLLECTION,
      before._id,
      { revision: before.revision, lock: 'open' },
      { set, increment: { revision: 1 } },
    );
  },
  /** Inside a transaction; null when there is none. */
  async readInside(transaction: Transaction, employmentId: string, month: string): Promise<Sheet | null> {
    const found = await transaction.read(COLLECTION, sheets.idOf(employmentId, month));
    return found === null ? null : parse(found);
  },
  addInside: (transaction: Transaction, sheet: Sheet): Promise<void> => transaction.add(COLLECTION, sheet),
  /** Writes what a transaction made of a sheet that it read. */
  async writeInside(
    transaction: Transaction,
    before: Sheet,
    {
      days = {},
      rejudged = {},
      ...more
    }: Partial<Pick<Sheet, 'days' | 'rejudged' | 'carryIn' | 'roster' | 'chosenShifts'>>,
  ): Promise<void> {
    const set: Record<string, unknown> = { ...more };
    for (const [key, day] of Object.entries(rejudged)) set[`rejudged.${key}`] = day;
    for (const [key, day] of Object.entries(days)) set[`days.${key}`] = day;
    await transaction.update(COLLECTION, before._id, { set, increment: { revision: 1 } });
  },
  /** Locks the month with its days as they stand, if nobody wrote since it was read; resolves to whether it did. */
  seal(
    database: Database,
    before: Sheet,
    days: Readonly<Record<string, StoredDay>>,
    more: Pick<Sheet, 'carryIn' | 'closedThrough' | 'orgRevision'> & { readonly signed: SignedMonth },
  ): Promise<boolean> {
    const set: Record<string, unknown> = { ...more, lock: 'locked' };
    for (const [key, day] of Object.entries(days)) set[`days.${key}`] = day;
    return database.updateWhere(
      COLLECTION,
      before._id,
      { revision: before.revision, lock: 'open' },
      { set, increment: { revision: 1 } },
    );
  },
  /** Opens the month again; the next lock brings facts and days together once more. */
  reopen: (database: Database, { _id, revision }: Sheet): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      _id,
      { revision, lock: 'locked' },
      { set: { lock: 'open', closedThrough: null }, increment: { revision: 1 } },
    ),
  /**
   * Lets somebody's months be found by the identity that is bound now, locked ones too; null: by none. The days are not
   * touched.
   *
   * @param of only the sheets that are found by this one
   */
  async giveOpenid(
    database: Database,
    employmentId: string,
    openid: string | null,
    of?: string | null,
  ): Promise<void> {
    const found = (await database.find(COLLECTION, { employmentId }, { limit: 1000 })).map(parse);
    const others = found.filter(
      (sheet) => sheet.openid !== openid && (of === undefined || sheet.openid === of),
    );
    await Promise.all(
      others.map((sheet) =>
        database.updateWhere(COLLECTION, sheet._id, { openid: sheet.openid }, { set: { openid } }),
      ),
    );
  },
};
