import * as z from 'zod/mini';
import { IMPORT_KINDS } from '@contract/imports';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { jobClaims } from './claimed-jobs';
import { parseDocument } from './parse-document';

const COLLECTION = 'importBatches';

const leftOut = () => z.array(z.object({ row: z.int(), name: z.string(), why: z.string() }));

const batchDocument = lazily(() =>
  z.object({
    /** employmentId:commandId of the check. */
    _id: z.string(),
    kind: z.enum(IMPORT_KINDS),
    fileName: z.string(),
    by: z.string(),
    byName: z.string(),
    /** Who lets it run now: whoever checked the file, or takes it back. */
    actor: z.string(),
    /** The branch whose HR it was; null: the whole company's. */
    branchId: z.nullable(z.string()),
    at: z.int(),
    /** The sealed lines of the check; they live for a day. */
    planId: z.string(),
    unreadSheets: z.array(z.string()),
    counts: z.object({ added: z.int(), changed: z.int(), same: z.int(), wrong: z.int() }),
    stage: z.enum(['checked', 'writing', 'undoing']),
    /** `done` with stage `checked`: nothing runs yet. */
    state: z.enum(['running', 'done']),
    claimedUntil: z.int(),
    /** Rows to write that are done, whatever came of them. */
    done: z.int(),
    written: z.object({ added: z.int(), changed: z.int() }),
    leftOut: leftOut(),
    leftOutCount: z.int(),
    /** Undoing: the last row that was looked at; how many went back, and who did not. */
    undoneTo: z.int(),
    undone: z.int(),
    kept: leftOut(),
    keptCount: z.int(),
  }),
);

export type ImportBatch = z.output<ReturnType<typeof batchDocument>>;

const parse = (document: unknown): ImportBatch => parseDocument(COLLECTION, batchDocument, document);

/** Files that were imported: who, when, and what came of them. */
export const importBatches = {
  ...jobClaims<ImportBatch>(COLLECTION),
  idOf: (employmentId: string, commandId: string): string => `${employmentId}:${commandId}`,
  async read(database: Database, id: string): Promise<ImportBatch | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  async latest(
    database: Database,
    kind: ImportBatch['kind'],
    branchId: string | null,
    limit: number,
  ): Promise<readonly ImportBatch[]> {
    const where = { kind, ...(branchId !== null && { branchId }) };
    return (await database.find(COLLECTION, where, { limit, orderBy: ['at', 'desc'] })).map(parse);
  },
  async running(database: Database, limit: number): Promise<readonly ImportBatch[]> {
    return (await database.find(COLLECTION, { state: 'running' }, { limit })).map(parse);
  },
  add: (database: Database, batch: ImportBatch): Promise<boolean> => database.add(COLLECTION, batch),
  /** From one stage to the next, once. */
  begin: (
    database: Database,
    { _id }: ImportBatch,
    from: ImportBatch['stage'],
    to: ImportBatch['stage'],
    actor: string,
  ): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      _id,
      { stage: from, state: 'done' },
      { set: { stage: to, actor, state: 'running', claimedUntil: 0 } },
    ),
};
