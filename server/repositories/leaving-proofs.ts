import type { Instant } from '@domain/time/instant';
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
    /** When the pictures were destroyed; then `photos` is empty. */
    purgedAt: z.nullable(z.int()),
  }),
);

export type LeavingProofs = z.output<ReturnType<typeof proofDocument>>;

export const leavingProofs = {
  async read(database: Database, caseId: string): Promise<LeavingProofs | null> {
    const found = await database.read(COLLECTION, caseId);
    return found === null ? null : parseDocument(COLLECTION, proofDocument, found);
  },
  /** What is still there, oldest first. */
  async kept(database: Database, limit: number): Promise<readonly LeavingProofs[]> {
    const options = { limit, orderBy: ['consentedAt', 'asc'] } as const;
    const found = await database.find(COLLECTION, { purgedAt: null }, options);
    return found.map((document) => parseDocument(COLLECTION, proofDocument, document));
  },
  purge: (database: Database, { _id }: LeavingProofs, purgedAt: Instant): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { purgedAt: null }, { set: { photos: [], purgedAt } }),
  add: (transaction: Transaction, proofs: LeavingProofs): Promise<void> =>
    transaction.add(COLLECTION, proofs),
};
