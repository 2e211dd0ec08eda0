import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { jobClaims } from './claimed-jobs';
import { parseDocument } from './parse-document';

const COLLECTION = 'monthClosings';
/** Closing and opening a month again is seldom done more often; the log shows the last ones. */
const MOST_A_MONTH = 1000;

const closingDocument = lazily(() =>
  z.object({
    /** 'month:n', counted from 1: of two that begin at once one finds the id taken. */
    _id: z.string(),
    month: z.string(),
    number: z.int(),
    kind: z.enum(['lock', 'reopen']),
    /** null: the whole company. */
    branchId: z.nullable(z.string()),
    /** Why it is opened again; null for a lock. */
    reason: z.nullable(z.string()),
    /** employmentId:commandId of whoever pressed. */
    command: z.string(),
    by: z.string(),
    byName: z.string(),
    at: z.int(),
    /** The organisation under which the days are signed. */
    orgRevision: z.int(),
    state: z.enum(['running', 'done']),
    /** People of the branch or company who were employed in that month. */
    total: z.int(),
    done: z.int(),
    /** The last person that was looked at, in the order of ids; null: nobody yet. */
    after: z.nullable(z.string()),
    /** Sheets that this run locked or opened; the others stood that way already. */
    moved: z.int(),
    /** Days that read otherwise than when the month was locked before. */
    changedDays: z.int(),
    claimedUntil: z.int(),
  }),
);

export type MonthClosing = z.output<ReturnType<typeof closingDocument>>;

const parse = (document: unknown): MonthClosing => parseDocument(COLLECTION, closingDocument, document);

export const monthClosings = {
  idOf: (month: string, number: number): string => `${month}:${number}`,
  ...jobClaims<MonthClosing>(COLLECTION),
  async read(database: Database, id: string): Promise<MonthClosing | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  /** Everything that was done to a month's locks, oldest first. */
  async ofMonth(database: Database, month: string): Promise<readonly MonthClosing[]> {
    const found = await database.find(COLLECTION, { month }, { limit: MOST_A_MONTH });
    return found.map(parse).sort((a, b) => a.number - b.number);
  },
  async running(database: Database, limit: number): Promise<readonly MonthClosing[]> {
    return (await database.find(COLLECTION, { state: 'running' }, { limit })).map(parse);
  },
  /** Resolves to false when somebody began the same number first. */
  add: (database: Database, closing: MonthClosing): Promise<boolean> => database.add(COLLECTION, closing),
};
