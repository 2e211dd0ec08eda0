import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'staffChanges';

const changeDocument = lazily(() =>
  z.object({
    /** employmentId:commandId of whoever did it: a repeat of the command finds it done. */
    _id: z.string(),
    /** 'person:E003', 'department:sales', 'post:clerk', 'branch:suzhou'. */
    subject: z.string(),
    area: z.enum(['person', 'company']),
    at: z.int(),
    byId: z.string(),
    byName: z.string(),
    /** What was done, in a sentence; never a phone or ID number. */
    what: z.string(),
    /** Why, where it was asked. */
    reason: z.nullable(z.string()),
  }),
);

export type StaffChange = z.output<ReturnType<typeof changeDocument>>;

const parse = (document: unknown): StaffChange => parseDocument(COLLECTION, changeDocument, document);

/** Who did what to people and to the organisation, written with the change itself. */
export const staffChanges = {
  keyOf: (byId: string, commandId: string): string => `${byId}:${commandId}`,
  ofPerson: (employmentId: string): string => `person:${employmentId}`,
  async read(source: Database | Transaction, key: string): Promise<StaffChange | null> {
    const found = await source.read(COLLECTION, key);
    return found === null ? null : parse(found);
  },
  /** The command was written already: the whole transaction is lost. */
  add: (transaction: Transaction, change: StaffChange): Promise<void> => transaction.add(COLLECTION, change),
  addAll: (transaction: Transaction, changes: readonly StaffChange[]): Promise<void> =>
    transaction.addAll(COLLECTION, changes),
  addAlone: (database: Database, change: StaffChange): Promise<boolean> => database.add(COLLECTION, change),
  /** The latest first. */
  async about(database: Database, subject: string, limit: number): Promise<readonly StaffChange[]> {
    return (await database.find(COLLECTION, { subject }, { limit, orderBy: ['at', 'desc'] })).map(parse);
  },
  async inArea(
    database: Database,
    area: StaffChange['area'],
    limit: number,
  ): Promise<readonly StaffChange[]> {
    return (await database.find(COLLECTION, { area }, { limit, orderBy: ['at', 'desc'] })).map(parse);
  },
};
