import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'leavingProofs';

const proofDocument = lazily(() =>
  z.object({
    /** The case. Kept as retention class 'medical': until the case is closed. */
    _id: z.string(),
    employmentId: z.string(),
    /** Digests of pictures in `photos`. They are on no log: only the leaver and HR see them. */
    photos: z.array(z.string()),
    consentedAt: z.int(),
  }),
);

export type LeavingProofs = z.output<ReturnType<typeof proofDocument>>;

export const leavingProofs = {
  async read(database: Database, caseId: string): Promise<LeavingProofs | null> {
    const found = await database.read(COLLECTION, caseId);
    return found === null ? null : parseDocument(COLLECTION, proofDocument, found);
  },
  add: (transaction: Transaction, proofs: LeavingProofs): Promise<void> =>
    transaction.add(COLLECTION, proofs),
};
