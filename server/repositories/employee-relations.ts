import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'employeeRelations';

const relationDocument = lazily(() =>
  z.object({
    /** The employment. */
    _id: z.string(),
    openid: z.string(),
    /** 用工关系 as far as we know: WeChat's own answer corrects it. */
    bound: z.boolean(),
    /** Templates of 用工消息 that were subscribed; they last. */
    templateIds: z.array(z.string()),
    changedAt: z.int(),
  }),
);

export type EmployeeRelation = z.output<ReturnType<typeof relationDocument>>;

/** Who receives 用工消息. */
export const employeeRelations = {
  async read(database: Database, employmentId: string): Promise<EmployeeRelation | null> {
    const found = await database.read(COLLECTION, employmentId);
    return found === null ? null : parseDocument(COLLECTION, relationDocument, found);
  },
  async keep(database: Database, relation: EmployeeRelation): Promise<void> {
    const { _id, ...fields } = relation;
    if (!(await database.add(COLLECTION, relation)))
      await database.updateWhere(COLLECTION, _id, {}, { set: fields });
  },
  /** The same inside a transaction; resolves to the WeChat identity that was bound, null when none was. */
  async endInside(transaction: Transaction, employmentId: string, now: Instant): Promise<string | null> {
    const found = await transaction.read(COLLECTION, employmentId);
    if (found === null) return null;
    const { bound, openid } = parseDocument(COLLECTION, relationDocument, found);
    if (!bound) return null;
    await transaction.update(COLLECTION, employmentId, {
      set: { bound: false, templateIds: [], changedAt: now },
    });
    return openid;
  },
  /** The person is not bound any more; nothing reaches him there. */
  end: (database: Database, employmentId: string, now: Instant): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      employmentId,
      {},
      { set: { bound: false, templateIds: [], changedAt: now } },
    ),
};
