import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';
import { storedDate } from './stored-values';

const COLLECTION = 'dutyHandovers';

const dutyHandoverDocument = lazily(() =>
  z.object({
    /** The employment of whoever leaves. */
    _id: z.string(),
    /** The leaving that set the end. */
    caseId: z.string(),
    lastDay: storedDate,
    /** `open`: HR has to confirm; `nothing`: no role and no unit is held; `void`: the person stays after all. */
    state: z.enum(['open', 'nothing', 'confirmed', 'void']),
    /** When the tasks that are held still go to others by rule; null: they went. */
    tasksMoveAt: z.nullable(z.int()),
    confirmedBy: z.nullable(z.string()),
    confirmedAt: z.nullable(z.int()),
  }),
);

export type DutyHandover = z.output<ReturnType<typeof dutyHandoverDocument>>;

const parse = (document: unknown): DutyHandover => parseDocument(COLLECTION, dutyHandoverDocument, document);

/** What becomes of the duties of people who leave. */
export const dutyHandovers = {
  async read(source: Database | Transaction, employmentId: string): Promise<DutyHandover | null> {
    const found = await source.read(COLLECTION, employmentId);
    return found === null ? null : parse(found);
  },
  async keep(database: Database, handover: DutyHandover): Promise<void> {
    const { _id, ...fields } = handover;
    if (!(await database.add(COLLECTION, handover)))
      await database.updateWhere(COLLECTION, _id, {}, { set: fields });
  },
  confirm: (transaction: Transaction, employmentId: string, by: string, at: Instant): Promise<void> =>
    transaction.update(COLLECTION, employmentId, {
      set: { state: 'confirmed', confirmedBy: by, confirmedAt: at, tasksMoveAt: at },
    }),
  async toMove(database: Database, now: Instant, limit: number): Promise<readonly DutyHandover[]> {
    return (await database.find(COLLECTION, { tasksMoveAt: { lte: now } }, { limit })).map(parse);
  },
  moved: (database: Database, { _id, tasksMoveAt }: DutyHandover): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { tasksMoveAt }, { set: { tasksMoveAt: null } }),
};
