import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'photos';

const photoDocument = lazily(() =>
  z.object({
    /** SHA-256 of the bytes in hex: what a case's log names. */
    _id: z.string(),
    /** Where it is kept, under a path that only the server reads. */
    fileId: z.string(),
    bytes: z.int(),
    keptAt: z.int(),
    /** What the bytes are; a picture where nothing is said. */
    kind: z.optional(z.enum(['picture', 'pdf', 'docx', 'xlsx'])),
    /** What whoever sent it called it; pictures have no name. */
    name: z.optional(z.string()),
  }),
);

export type Photo = z.output<ReturnType<typeof photoDocument>>;

export const photos = {
  add: (database: Database, photo: Photo): Promise<boolean> => database.add(COLLECTION, photo),
  /** The file is gone: the row stays, so that the digest in a log still means a picture that was there. */
  forget: (database: Database, digest: string): Promise<boolean> =>
    database.updateWhere(COLLECTION, digest, {}, { set: { bytes: 0 } }),
  again: (database: Database, { _id, ...photo }: Photo): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { bytes: 0 }, { set: photo }),
  async read(database: Database, digests: readonly string[]): Promise<readonly Photo[]> {
    if (digests.length === 0) return [];
    const found = await database.find(COLLECTION, { _id: { in: digests } }, { limit: 100 });
    return found.map((document) => parseDocument(COLLECTION, photoDocument, document));
  },
};
