import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'uploads';

const uploadDocument = lazily(() =>
  z.object({
    /** Digest of the path. */
    _id: z.string(),
    /** 'inbox/{openid}/{name}' */
    path: z.string(),
    /** When it was announced or taken. */
    at: z.int(),
    /** The digest of what lay there, once it was taken: a repeated command finds its file gone and the answer here. */
    taken: z.nullable(z.string()),
  }),
);

export type Upload = z.output<ReturnType<typeof uploadDocument>>;

/** What phones put into their folders: the storage cannot be listed, so each says beforehand what it will put there. */
export const uploads = {
  announce: (database: Database, _id: string, path: string, at: Instant): Promise<boolean> =>
    database.add(COLLECTION, { _id, path, at, taken: null } as Upload),
  async read(database: Database, id: string): Promise<Upload | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parseDocument(COLLECTION, uploadDocument, found);
  },
  async taken(database: Database, upload: Upload): Promise<void> {
    const { _id, ...rest } = upload;
    if (!(await database.add(COLLECTION, upload)))
      await database.updateWhere(COLLECTION, _id, {}, { set: rest });
  },
  async older(database: Database, before: number, limit: number): Promise<readonly Upload[]> {
    const options = { limit, orderBy: ['at', 'asc'] } as const;
    const found = await database.find(COLLECTION, { at: { lte: before } }, options);
    return found.map((document) => parseDocument(COLLECTION, uploadDocument, document));
  },
  remove: (database: Database, { _id }: Upload): Promise<boolean> => database.remove(COLLECTION, _id),
};
