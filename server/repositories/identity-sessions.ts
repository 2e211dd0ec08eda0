import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Changes, Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'identitySessions';

const sessionDocument = lazily(() =>
  z.object({
    /** Digest of person and command: a repeated tap finds the same session. */
    _id: z.string(),
    revision: z.int(),
    employmentId: z.string(),
    caseId: z.nullable(z.string()),
    /** Key of the one document that may be signed in it. */
    document: z.string(),
    /** Keyed digest of the code: the code itself is stored nowhere. */
    codeDigest: z.string(),
    /** When the code was handed to the gateway; null: it was not taken. */
    sentAt: z.nullable(z.int()),
    triesLeft: z.int(),
    verifiedAt: z.nullable(z.int()),
  }),
);

export type IdentitySession = z.output<ReturnType<typeof sessionDocument>>;

export const identitySessions = {
  async read(database: Database, id: string): Promise<IdentitySession | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parseDocument(COLLECTION, sessionDocument, found);
  },
  add: (database: Database, session: IdentitySession): Promise<boolean> => database.add(COLLECTION, session),
  /** Changes the session if nobody did since it was read; resolves to whether it did. */
  change: (
    database: Database,
    { _id, revision }: IdentitySession,
    set: NonNullable<Changes['set']>,
  ): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { revision }, { set, increment: { revision: 1 } }),
};
