import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import type { Employment } from './employments';
import { parseDocument } from './parse-document';
import type { PersonnelFile } from './personnel';

const COLLECTION = 'importedRows';

const isDocument = (value: unknown): boolean => typeof value === 'object' && value !== null;

const rowDocument = lazily(() =>
  z.object({
    /** batchId:row, so that a row is written once. */
    _id: z.string(),
    batchId: z.string(),
    row: z.int(),
    employmentId: z.string(),
    name: z.string(),
    became: z.enum(['added', 'changed']),
    /** What was there before, for taking it back; numbers stay in their boxes. Null where somebody was added. */
    before: z.nullable(
      z.object({
        employment: z.custom<ImportedPart>(isDocument),
        file: z.nullable(z.custom<PersonnelFile>(isDocument)),
      }),
    ),
    /** What the import wrote: where it stands otherwise now, somebody else has changed it. */
    after: z.object({ employment: z.custom<ImportedPart>(isDocument), revision: z.int() }),
    undone: z.boolean(),
  }),
);

/** The part of an employment that an import changes. */
export type ImportedPart = Pick<Employment, 'name' | 'assignments'>;

export type ImportedRow = z.output<ReturnType<typeof rowDocument>>;

const parse = (document: unknown): ImportedRow => parseDocument(COLLECTION, rowDocument, document);

/** What an import wrote, a document a person. */
export const importedRows = {
  idOf: (batchId: string, row: number): string => `${batchId}:${row}`,
  async ofRows(
    database: Database,
    batchId: string,
    rows: readonly number[],
  ): Promise<readonly ImportedRow[]> {
    const ids = rows.map((row) => importedRows.idOf(batchId, row));
    return (await database.find(COLLECTION, { _id: { in: ids } }, { limit: 1000 })).map(parse);
  },
  /** In the order of the file. */
  async after(
    database: Database,
    batchId: string,
    row: number,
    limit: number,
  ): Promise<readonly ImportedRow[]> {
    const where = { batchId, row: { gt: row } };
    return (await database.find(COLLECTION, where, { limit, orderBy: ['row', 'asc'] })).map(parse);
  },
  addAll: (transaction: Transaction, rows: readonly ImportedRow[]): Promise<void> =>
    transaction.addAll(COLLECTION, rows),
  undo: (transaction: Transaction, { _id }: ImportedRow): Promise<void> =>
    transaction.update(COLLECTION, _id, { set: { undone: true } }),
};
