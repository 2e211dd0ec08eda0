import * as z from 'zod/mini';
import type { ExportOrder } from '@contract/exports';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'workbookExports';

const exportDocument = lazily(() =>
  z.object({
    /** employmentId:commandId of whoever asked. */
    _id: z.string(),
    by: z.string(),
    order: z.custom<ExportOrder>((value) => typeof value === 'object' && value !== null),
    startedAt: z.int(),
    /** `failed`: three attempts ended in a fault; `refused`: nothing that this person may have. */
    state: z.enum(['running', 'done', 'failed', 'refused']),
    fileName: z.string(),
    /** Rows, people: whatever the exporter counts; null until it has looked. */
    total: z.nullable(z.int()),
    done: z.int(),
    /** What a worker that is cut off leaves to the next: files of rows, and where they end. */
    kept: z.object({ files: z.array(z.string()), after: z.nullable(z.string()), done: z.int() }),
    /** Attempts since something was kept. */
    attempts: z.int(),
    /** Until when somebody works at it; a worker that died is followed by another after that. */
    claimedUntil: z.int(),
    fileId: z.nullable(z.string()),
    doneAt: z.nullable(z.int()),
  }),
);

export type WorkbookExport = z.output<ReturnType<typeof exportDocument>>;

const parse = (document: unknown): WorkbookExport => parseDocument(COLLECTION, exportDocument, document);

/** Workbooks that somebody waits for. */
export const workbookExports = {
  idOf: (employmentId: string, commandId: string): string => `${employmentId}:${commandId}`,
  async read(database: Database, id: string): Promise<WorkbookExport | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  async running(database: Database, limit: number): Promise<readonly WorkbookExport[]> {
    return (await database.find(COLLECTION, { state: 'running' }, { limit })).map(parse);
  },
  add: (database: Database, made: WorkbookExport): Promise<boolean> => database.add(COLLECTION, made),
  /** Resolves to false when somebody else holds it or moved it. */
  claim: (database: Database, { _id, claimedUntil }: WorkbookExport, until: number): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      _id,
      { claimedUntil, state: 'running' },
      { set: { claimedUntil: until }, increment: { attempts: 1 } },
    ),
  /** Keeps how it stands, if the claim still holds. */
  advance: (
    database: Database,
    { _id, claimedUntil }: WorkbookExport,
    set: Partial<Omit<WorkbookExport, '_id'>>,
  ): Promise<boolean> => database.updateWhere(COLLECTION, _id, { claimedUntil }, { set }),
};
