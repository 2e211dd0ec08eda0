import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Where } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'shownFiles';

const shownDocument = lazily(() =>
  z.object({
    _id: z.string(),
    /** What it is a plain copy of. */
    digest: z.string(),
    path: z.string(),
    /** null: it is being written, or whoever wrote it died. */
    fileId: z.nullable(z.string()),
    at: z.int(),
  }),
);

export type ShownFile = z.output<ReturnType<typeof shownDocument>>;

const many = async (database: Database, where: Where, limit: number): Promise<readonly ShownFile[]> =>
  (await database.find(COLLECTION, where, { limit, orderBy: ['at', 'asc'] })).map((document) =>
    parseDocument(COLLECTION, shownDocument, document),
  );

/** Plain copies that live for minutes, for whoever may see the file. */
export const shownFiles = {
  /** Before the copy is written: none lies in the storage that nobody knows of. */
  add: (database: Database, shown: ShownFile): Promise<boolean> => database.add(COLLECTION, shown),
  written: (database: Database, id: string, fileId: string): Promise<boolean> =>
    database.updateWhere(COLLECTION, id, {}, { set: { fileId } }),
  since: (database: Database, digests: readonly string[], from: number) =>
    many(database, { digest: { in: digests }, at: { gte: from } }, 100),
  ofFile: (database: Database, digest: string) => many(database, { digest }, 100),
  older: (database: Database, before: Instant | number, limit: number) =>
    many(database, { at: { lte: before } }, limit),
  remove: (database: Database, { _id }: ShownFile): Promise<boolean> => database.remove(COLLECTION, _id),
};
