import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Instant } from '@domain/time/instant';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'certificateWishes';

const wishDocument = lazily(() =>
  z.object({
    /** The case. */
    _id: z.string(),
    /** Whether the certificate states the reason. */
    withReason: z.boolean(),
    /** Counts changes, from 1. */
    revision: z.int(),
    changedAt: z.int(),
    /** No certificate says so yet: none is made, or the next version is still to come. */
    pending: z.boolean(),
  }),
);

export type CertificateWish = z.output<ReturnType<typeof wishDocument>>;

const parse = (found: unknown): CertificateWish => parseDocument(COLLECTION, wishDocument, found);

export const certificateWishes = {
  async read(database: Database, caseId: string): Promise<CertificateWish | null> {
    const found = await database.read(COLLECTION, caseId);
    return found === null ? null : parse(found);
  },
  /** Resolves to false when somebody else changed it since `before` was read. */
  store(
    database: Database,
    caseId: string,
    before: CertificateWish | null,
    wish: { readonly withReason: boolean; readonly changedAt: Instant },
  ): Promise<boolean> {
    const next = { ...wish, revision: (before?.revision ?? 0) + 1, pending: true };
    return before === null
      ? database.add(COLLECTION, { _id: caseId, ...next })
      : database.updateWhere(COLLECTION, caseId, { revision: before.revision }, { set: next });
  },
  /** The oldest first. */
  pending: async (database: Database, limit: number): Promise<readonly CertificateWish[]> =>
    (await database.find(COLLECTION, { pending: true }, { limit, orderBy: ['changedAt', 'asc'] })).map(parse),
  fulfilled: (database: Database, { _id, revision }: CertificateWish): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { revision }, { set: { pending: false } }),
};
