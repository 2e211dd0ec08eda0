import type { RetentionClass } from '@domain/evidence/retention';
import { RETENTION } from '@domain/evidence/retention';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'personalRecords';

const recordDocument = lazily(() =>
  z.object({
    /** caseId:name */
    _id: z.string(),
    caseId: z.string(),
    /** '12.comment': the event of the workflow and what of it. */
    name: z.string(),
    /** The salted digest that stands on the chain. */
    digest: z.string(),
    retention: z.custom<RetentionClass>((value) => typeof value === 'string' && value in RETENTION),
    /** Salt and value, sealed together; null once purged, so that nobody can find the value by trying. */
    box: z.nullable(z.object({ keyId: z.string(), sealed: z.string() })),
  }),
);

export type PersonalRow = z.output<ReturnType<typeof recordDocument>>;

export const personalRecords = {
  idOf: (caseId: string, name: string): string => `${caseId}:${name}`,
  /** Where the box lies, for the cipher. */
  placeOf: (caseId: string, name: string): string => `${COLLECTION}/${caseId}:${name}`,
  add: (transaction: Transaction, row: PersonalRow): Promise<void> => transaction.add(COLLECTION, row),
  purge: (transaction: Transaction, id: string): Promise<void> =>
    transaction.update(COLLECTION, id, { set: { box: null } }),
  async ofCase(database: Database, caseId: string): Promise<readonly PersonalRow[]> {
    const found = await database.find(COLLECTION, { caseId }, { limit: 1000, orderBy: ['name', 'asc'] });
    return found.map((row) => parseDocument(COLLECTION, recordDocument, row));
  },
};
