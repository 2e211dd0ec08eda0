import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'cardChecks';

const checkDocument = lazily(() =>
  z.object({
    /** 'E001:idCard' */
    _id: z.string(),
    employmentId: z.string(),
    card: z.enum(['idCard', 'badge']),
    result: z.enum(['same', 'different']),
    consentedAt: z.int(),
  }),
);

/** What is left of a comparison: not the picture, not what was read from it. */
export type CardCheck = z.output<ReturnType<typeof checkDocument>>;

export const cardChecks = {
  /** The last comparison stands. */
  async keep(database: Database, check: CardCheck): Promise<void> {
    const { _id, ...rest } = check;
    if (!(await database.add(COLLECTION, check)))
      await database.updateWhere(COLLECTION, _id, {}, { set: rest });
  },
  async oldest(database: Database, limit: number): Promise<readonly CardCheck[]> {
    const options = { limit, orderBy: ['consentedAt', 'asc'] } as const;
    const found = await database.find(COLLECTION, {}, options);
    return found.map((document) => parseDocument(COLLECTION, checkDocument, document));
  },
  remove: (database: Database, { _id }: CardCheck): Promise<boolean> => database.remove(COLLECTION, _id),
};
