import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { ColumnReport } from '@domain/attendance/report-columns';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'reportLayouts';

const layoutDocument = lazily(() =>
  z.object({
    /** The employment whose columns they are. */
    _id: z.string(),
    /** Columns in their order; absent or empty: the usual ones. A column may have been dropped since. */
    summary: z.optional(z.array(z.string())),
    hours: z.optional(z.array(z.string())),
    odd: z.optional(z.array(z.string())),
  }),
);

export type ChosenColumns = Partial<Record<ColumnReport, readonly string[]>>;

export const reportLayouts = {
  async read(database: Database, employmentId: string): Promise<ChosenColumns> {
    const found = await database.read(COLLECTION, employmentId);
    return found === null ? {} : parseDocument(COLLECTION, layoutDocument, found);
  },
  async keep(
    database: Database,
    employmentId: string,
    report: ColumnReport,
    columns: readonly string[],
  ): Promise<void> {
    const set = { [report]: columns };
    if (await database.updateWhere(COLLECTION, employmentId, {}, { set })) return;
    // The first choice ever; whoever added it meanwhile has a document to write into.
    const added = await database.add(COLLECTION, { _id: employmentId, ...set } as never);
    if (!added) await database.updateWhere(COLLECTION, employmentId, {}, { set });
  },
};
