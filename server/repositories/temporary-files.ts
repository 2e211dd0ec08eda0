import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'temporaryFiles';

const fileDocument = lazily(() =>
  z.object({
    /** Digest of the file id. */
    _id: z.string(),
    fileId: z.string(),
    removeAt: z.int(),
    removed: z.boolean(),
  }),
);

export type TemporaryFile = z.output<ReturnType<typeof fileDocument>>;

/** Files that go by themselves: tables that were uploaded, workbooks that were asked for. */
export const temporaryFiles = {
  add: (database: Database, file: TemporaryFile): Promise<boolean> => database.add(COLLECTION, file),
  async due(database: Database, now: number, limit: number): Promise<readonly TemporaryFile[]> {
    const found = await database.find(COLLECTION, { removed: false, removeAt: { lte: now } }, { limit });
    return found.map((one) => parseDocument(COLLECTION, fileDocument, one));
  },
  removed: (database: Database, id: string): Promise<boolean> =>
    database.updateWhere(COLLECTION, id, { removed: false }, { set: { removed: true } }),
};
