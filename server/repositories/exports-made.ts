import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'exports';

const exportDocument = lazily(() =>
  z.object({
    _id: z.string(),
    caseId: z.string(),
    fileId: z.string(),
    /** Who asked for it. */
    by: z.string(),
    madeAt: z.int(),
    /** The file was removed; who exported what, and when, stays. */
    gone: z.boolean(),
  }),
);

export type ExportMade = z.output<ReturnType<typeof exportDocument>>;

/** Bundles that lie in the storage until they were downloaded. */
export const exportsMade = {
  add: (database: Database, made: ExportMade): Promise<boolean> => database.add(COLLECTION, made),
  async older(database: Database, madeBefore: number, limit: number): Promise<readonly ExportMade[]> {
    const where = { gone: false, madeAt: { lte: madeBefore } };
    return (await database.find(COLLECTION, where, { limit })).map((found) =>
      parseDocument(COLLECTION, exportDocument, found),
    );
  },
  removed: (database: Database, id: string): Promise<boolean> =>
    database.updateWhere(COLLECTION, id, { gone: false }, { set: { gone: true } }),
};
