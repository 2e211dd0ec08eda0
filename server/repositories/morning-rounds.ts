import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'morningRounds';

const roundDocument = lazily(() =>
  z.object({
    /** The morning: '2026-03-10'. */
    _id: z.string(),
    revision: z.int(),
    /** The last person who was looked at; null: nobody yet. */
    after: z.nullable(z.string()),
    done: z.boolean(),
  }),
);

export type MorningRound = z.output<ReturnType<typeof roundDocument>>;

/** How far the look at missing cards has come on a morning. */
export const morningRounds = {
  async of(database: Database, date: string): Promise<MorningRound> {
    const found = await database.read(COLLECTION, date);
    if (found !== null) return parseDocument(COLLECTION, roundDocument, found);
    const fresh: MorningRound = { _id: date, revision: 1, after: null, done: false };
    await database.add(COLLECTION, fresh);
    return fresh;
  },
  /** Unless another timer came further; resolves to whether it did. */
  moveOn: (database: Database, { _id, revision }: MorningRound, after: string | null, done: boolean) =>
    database.updateWhere(COLLECTION, _id, { revision }, { set: { after, done }, increment: { revision: 1 } }),
};
