import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'invitations';

const invitationDocument = lazily(() =>
  z.object({
    /** The keyed digest of the code: the code itself is stored nowhere. */
    _id: z.string(),
    employmentId: z.string(),
    issuedBy: z.string(),
    issuedAt: z.int(),
    expiresAt: z.int(),
    usedAt: z.nullable(z.int()),
    /** The identity that used it, so that a repeated tap is answered like the first. */
    usedBy: z.nullable(z.string()),
    /** The identity that it puts another in the place of: for somebody who left and has another WeChat now. */
    replaces: z.optional(z.nullable(z.string())),
  }),
);

export type Invitation = z.output<ReturnType<typeof invitationDocument>>;

export const invitations = {
  add: (database: Database, invitation: Invitation): Promise<boolean> => database.add(COLLECTION, invitation),
  async read(source: Database | Transaction, digest: string): Promise<Invitation | null> {
    const found = await source.read(COLLECTION, digest);
    return found === null ? null : parseDocument(COLLECTION, invitationDocument, found);
  },
  /** Ends those that nobody has used. */
  async voidUnused(database: Database, employmentId: string, now: Instant): Promise<void> {
    const found = await database.find(COLLECTION, { employmentId, usedAt: null }, { limit: 1000 });
    const open = found
      .map((document) => parseDocument(COLLECTION, invitationDocument, document))
      .filter(({ expiresAt }) => expiresAt > now);
    await Promise.all(
      open.map(({ _id }) =>
        database.updateWhere(COLLECTION, _id, { usedAt: null }, { set: { expiresAt: now } }),
      ),
    );
  },
  use: (transaction: Transaction, digest: string, usedAt: Instant, usedBy: string): Promise<void> =>
    transaction.update(COLLECTION, digest, { set: { usedAt, usedBy } }),
};
