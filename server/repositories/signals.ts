import type { Signal } from '@domain/attendance/signals';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Where } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'signals';
const CURSOR = 'signalCursors';

const signalDocument = lazily(() =>
  z.object({
    /** The signal's own id: found twice, it stands once. */
    _id: z.string(),
    at: z.int(),
    kind: z.string(),
    /** Of everybody it names; a reader of one branch finds it by the own. */
    branchIds: z.array(z.string()),
    signal: z.custom<Signal>((value) => typeof value === 'object' && value !== null && 'kind' in value),
  }),
);

export type SignalDocument = z.output<ReturnType<typeof signalDocument>>;

const cursorDocument = lazily(() =>
  z.object({
    _id: z.literal('presses'),
    revision: z.int(),
    /** Presses up to here were looked at, epoch ms. */
    through: z.int(),
  }),
);

export type SignalCursor = z.output<ReturnType<typeof cursorDocument>>;

const parse = (document: unknown): SignalDocument => parseDocument(COLLECTION, signalDocument, document);

export const signals = {
  add: (database: Database, signal: SignalDocument): Promise<boolean> => database.add(COLLECTION, signal),
  /** The newest first. */
  async page(
    database: Database,
    { branchId, kind, until }: { branchId: string | null; kind: string | null; until: number },
    limit: number,
  ): Promise<readonly SignalDocument[]> {
    const where: Where = {
      at: { lte: until },
      ...(branchId !== null && { branchIds: branchId }),
      ...(kind !== null && { kind }),
    };
    return (await database.find(COLLECTION, where, { limit, orderBy: ['at', 'desc'] })).map(parse);
  },
  async olderThan(database: Database, at: number, limit: number): Promise<readonly SignalDocument[]> {
    return (await database.find(COLLECTION, { at: { lt: at } }, { limit })).map(parse);
  },
  remove: (database: Database, { _id }: SignalDocument): Promise<boolean> => database.remove(COLLECTION, _id),
  async cursor(database: Database): Promise<SignalCursor | null> {
    const found = await database.read(CURSOR, 'presses');
    return found === null ? null : parseDocument(CURSOR, cursorDocument, found);
  },
  begin: (database: Database, through: number): Promise<boolean> =>
    database.add(CURSOR, { _id: 'presses', revision: 1, through } as SignalCursor),
  moveOn: (database: Database, { revision }: SignalCursor, through: number): Promise<boolean> =>
    database.updateWhere(CURSOR, 'presses', { revision }, { set: { through }, increment: { revision: 1 } }),
};
