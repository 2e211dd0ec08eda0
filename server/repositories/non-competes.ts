import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'nonCompetes';

const nonCompeteDocument = lazily(() =>
  z.object({
    /** The case. */
    _id: z.string(),
    terms: z.object({ scope: z.string(), area: z.string(), months: z.int(), monthlyFen: z.int() }),
    digest: z.string(),
    writtenBy: z.string(),
    at: z.int(),
  }),
);

export type NonCompete = z.output<ReturnType<typeof nonCompeteDocument>>;

export const nonCompetes = {
  add: (transaction: Transaction, text: NonCompete): Promise<void> => transaction.add(COLLECTION, text),
  /** After the retention. */
  forget: (database: Database, caseId: string): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      caseId,
      {},
      { set: { terms: { scope: '', area: '', months: 0, monthlyFen: 0 } } },
    ),
  async read(database: Database, caseId: string): Promise<NonCompete | null> {
    const found = await database.read(COLLECTION, caseId);
    return found === null ? null : parseDocument(COLLECTION, nonCompeteDocument, found);
  },
};
