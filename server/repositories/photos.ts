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
    /** As it was handed in; 0: destroyed by rule. */
    bytes: z.int(),
    keptAt: z.int(),
    /** What the bytes are; a picture where nothing is said. */
    kind: z.optional(z.enum(['picture', 'pdf', 'docx', 'xlsx'])),
    /** What whoever sent it called it; pictures have no name. */
    name: z.optional(z.string()),
    /** Under the personal key. Files of before that was done are plain until the timer has sealed them. */
    sealed: z.optional(z.boolean()),
    /** The plain file that a sealed one has taken the place of, until it is removed. */
    plainFileId: z.optional(z.nullable(z.string())),
  }),
);

/** A picture or a document that somebody handed in. */
export type Photo = z.output<ReturnType<typeof photoDocument>>;

const parse = (document: unknown): Photo => parseDocument(COLLECTION, photoDocument, document);

export const photos = {
  /** Where the bytes lie, for the cipher: by what they are, so that no file can stand in for another. */
  placeOf: ({ _id }: Pick<Photo, '_id'>): string => `${COLLECTION}/${_id}`,
  add: (database: Database, photo: Photo): Promise<boolean> => database.add(COLLECTION, photo),
  /** The file goes: the row stays, so that the digest in a log still means a picture that was there. */
  forget: (database: Database, { _id, fileId }: Photo): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { fileId }, { set: { bytes: 0, name: '' } }),
  /** What was destroyed once is handed in again; false when somebody else has kept it meanwhile. */
  again: (database: Database, { _id, ...photo }: Photo): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { bytes: 0 }, { set: photo }),
  async read(database: Database, digests: readonly string[]): Promise<readonly Photo[]> {
    if (digests.length === 0) return [];
    const found = await database.find(COLLECTION, { _id: { in: digests } }, { limit: 100 });
    return found.map(parse);
  },
  async unsealed(database: Database, limit: number): Promise<readonly Photo[]> {
    const where = { sealed: null, bytes: { gt: 0 } };
    return (await database.find(COLLECTION, where, { limit })).map(parse);
  },
  /** Puts the sealed file in the plain one's place, and remembers the plain one; false when it has changed meanwhile. */
  sealed: (database: Database, { _id, fileId }: Photo, sealedFileId: string): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      _id,
      { fileId },
      { set: { fileId: sealedFileId, sealed: true, plainFileId: fileId } },
    ),
  async withPlainLeft(database: Database, limit: number): Promise<readonly Photo[]> {
    return (await database.find(COLLECTION, { plainFileId: { gt: '' } }, { limit })).map(parse);
  },
  plainRemoved: (database: Database, { _id }: Photo): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, {}, { set: { plainFileId: null } }),
};
