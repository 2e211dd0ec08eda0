import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const triesDocument = lazily(() =>
  z.object({
    /** Who tries. */
    _id: z.string(),
    revision: z.int(),
    /** When, oldest first; entries over an hour old are dropped. */
    at: z.array(z.int()),
  }),
);

export type Tries = z.output<ReturnType<typeof triesDocument>>;

/** Counts what somebody may do only so often. */
export const triesIn = (collection: string) => ({
  async read(database: Database, who: string): Promise<Tries | null> {
    const found = await database.read(collection, who);
    return found === null ? null : parseDocument(collection, triesDocument, found);
  },
  /** Stores the tries if nobody stored others since `before` was read; resolves to whether it did. */
  store(database: Database, who: string, before: Tries | null, at: readonly Instant[]): Promise<boolean> {
    if (before === null) {
      const first: Tries = { _id: who, revision: 1, at: [...at] };
      return database.add(collection, first);
    }
    const unchanged = { revision: before.revision };
    return database.updateWhere(collection, who, unchanged, { set: { at }, increment: { revision: 1 } });
  },
});
