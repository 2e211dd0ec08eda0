import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'bindingTries';

const triesDocument = lazily(() =>
  z.object({
    /** The OPENID that tries. */
    _id: z.string(),
    revision: z.int(),
    /** When it tried, oldest first; entries over an hour old are dropped. */
    at: z.array(z.int()),
  }),
);

export type BindingTries = z.output<ReturnType<typeof triesDocument>>;

export const bindingTries = {
  async read(database: Database, openid: string): Promise<BindingTries | null> {
    const found = await database.read(COLLECTION, openid);
    return found === null ? null : parseDocument(COLLECTION, triesDocument, found);
  },
  /** Stores the tries if nobody stored others since `before` was read; resolves to whether it did. */
  store(
    database: Database,
    openid: string,
    before: BindingTries | null,
    at: readonly Instant[],
  ): Promise<boolean> {
    if (before === null)
      return database.add(COLLECTION, { _id: openid, revision: 1, at } as unknown as BindingTries);
    return database.updateWhere(
      COLLECTION,
      openid,
      { revision: before.revision },
      { set: { at }, increment: { revision: 1 } },
    );
  },
};
