import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'identityTries';

const triesDocument = lazily(() =>
  z.object({
    /** The employment that asks for codes. */
    _id: z.string(),
    revision: z.int(),
    /** When codes went out, oldest first; entries over an hour old are dropped. */
    at: z.array(z.int()),
  }),
);

export type IdentityTries = z.output<ReturnType<typeof triesDocument>>;

export const identityTries = {
  async read(database: Database, employmentId: string): Promise<IdentityTries | null> {
    const found = await database.read(COLLECTION, employmentId);
    return found === null ? null : parseDocument(COLLECTION, triesDocument, found);
  },
  /** Stores the tries if nobody stored others since `before` was read; resolves to whether it did. */
  store(
    database: Database,
    employmentId: string,
    before: IdentityTries | null,
    at: readonly Instant[],
  ): Promise<boolean> {
    if (before === null) {
      const first: IdentityTries = { _id: employmentId, revision: 1, at: [...at] };
      return database.add(COLLECTION, first);
    }
    const unchanged = { revision: before.revision };
    return database.updateWhere(COLLECTION, employmentId, unchanged, {
      set: { at },
      increment: { revision: 1 },
    });
  },
};
