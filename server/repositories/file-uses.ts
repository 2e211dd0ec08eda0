import type { RetentionClass } from '@domain/evidence/retention';
import { RETENTION } from '@domain/evidence/retention';
import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'fileUses';

const useDocument = lazily(() =>
  z.object({
    /** caseId:digest; ':digest' where there is no case. */
    _id: z.string(),
    digest: z.string(),
    /** null: it belongs to no case, and its time counts from the day it was taken. */
    caseId: z.nullable(z.string()),
    retention: z.custom<RetentionClass>((value) => typeof value === 'string' && value in RETENTION),
    takenAt: z.int(),
    /** When the timer looks again whether it is still needed. */
    lookAt: z.int(),
    /** The case really names it: what was taken for a command that failed is not kept. */
    named: z.boolean(),
    /** No longer needed; the row goes when the file has gone, or is found to serve others. */
    released: z.boolean(),
  }),
);

export type FileUse = z.output<ReturnType<typeof useDocument>>;

/** What a file was handed in for. */
export type Purpose = Pick<FileUse, 'caseId' | 'retention'>;

const idOf = (caseId: string | null, digest: string): string => `${caseId ?? ''}:${digest}`;

const parse = (document: unknown): FileUse => parseDocument(COLLECTION, useDocument, document);

/** Which file serves which case, and how long: a file is destroyed with the last of its uses. */
export const fileUses = {
  /** Before anything is stored. Handed in again for the same case it counts anew. */
  async begin(
    database: Database,
    digest: string,
    { caseId, retention }: Purpose,
    now: Instant,
    lookAt: number,
  ) {
    const use: FileUse = {
      _id: idOf(caseId, digest),
      digest,
      caseId,
      retention,
      takenAt: now,
      lookAt,
      named: false,
      released: false,
    };
    if (await database.add(COLLECTION, use)) return;
    const { _id, ...anew } = use;
    await database.updateWhere(COLLECTION, _id, {}, { set: anew });
  },
  async read(database: Database, caseId: string | null, digest: string): Promise<FileUse | null> {
    const found = await database.read(COLLECTION, idOf(caseId, digest));
    return found === null ? null : parse(found);
  },
  async due(database: Database, now: Instant, limit: number): Promise<readonly FileUse[]> {
    const options = { limit, orderBy: ['lookAt', 'asc'] } as const;
    return (await database.find(COLLECTION, { lookAt: { lte: now } }, options)).map(parse);
  },
  async ofFile(database: Database, digest: string): Promise<readonly FileUse[]> {
    return (await database.find(COLLECTION, { digest }, { limit: 100 })).map(parse);
  },
  /** It is named and still needed. Here and below only if nobody handed the same file in again meanwhile. */
  needed: (database: Database, { _id, takenAt }: FileUse, lookAt: number): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { takenAt }, { set: { lookAt, named: true } }),
  postpone: (database: Database, { _id, takenAt }: FileUse, lookAt: number): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { takenAt }, { set: { lookAt } }),
  release: (database: Database, { _id, takenAt }: FileUse): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { takenAt }, { set: { released: true } }),
  end: async (database: Database, use: FileUse): Promise<void> => {
    const now = await fileUses.read(database, use.caseId, use.digest);
    if (now?.released) await database.remove(COLLECTION, use._id);
  },
};
