import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'reminderLedger';

const entryDocument = lazily(() =>
  z.object({
    /** employmentId:templateId */
    _id: z.string(),
    employmentId: z.string(),
    openid: z.string(),
    templateId: z.string(),
    revision: z.int(),
    /** Messages that WeChat will still let us send: +1 on accept, −1 on send, 0 on 43101. */
    left: z.int(),
    /** The last answers that were counted, so that a repeated call counts once. */
    answerIds: z.array(z.string()),
    /** When the next reminder goes out; null while none is left. */
    dueAt: z.nullable(z.int()),
    /** The duty date it is for. */
    dueFor: z.nullable(z.string()),
    /** The organisation that dueAt was planned under. */
    orgRevision: z.int(),
  }),
);

export type LedgerEntry = z.output<ReturnType<typeof entryDocument>>;

const parse = (document: unknown): LedgerEntry => parseDocument(COLLECTION, entryDocument, document);

export const reminderLedger = {
  idOf: (employmentId: string, templateId: string): string => `${employmentId}:${templateId}`,
  async read(database: Database, id: string): Promise<LedgerEntry | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  /** Nothing is left to send of this template. */
  async silence(transaction: Transaction, employmentId: string, templateId: string): Promise<void> {
    const id = reminderLedger.idOf(employmentId, templateId);
    if ((await transaction.read(COLLECTION, id)) === null) return;
    await transaction.update(COLLECTION, id, {
      set: { left: 0, dueAt: null, dueFor: null },
      increment: { revision: 1 },
    });
  },
  async ofOpenid(database: Database, openid: string): Promise<readonly LedgerEntry[]> {
    return (await database.find(COLLECTION, { openid }, { limit: 10 })).map(parse);
  },
  async due(database: Database, now: Instant, limit: number): Promise<readonly LedgerEntry[]> {
    return (
      await database.find(COLLECTION, { dueAt: { lte: now } }, { limit, orderBy: ['dueAt', 'asc'] })
    ).map(parse);
  },
  async plannedBefore(
    database: Database,
    orgRevision: number,
    limit: number,
  ): Promise<readonly LedgerEntry[]> {
    return (await database.find(COLLECTION, { orgRevision: { lt: orgRevision } }, { limit })).map(parse);
  },
  add: (database: Database, entry: LedgerEntry): Promise<boolean> => database.add(COLLECTION, entry),
  /** Replaces the entry if nobody did so since it was read; resolves to whether it did. */
  replace(
    database: Database,
    before: LedgerEntry,
    after: Omit<LedgerEntry, '_id' | 'revision'>,
  ): Promise<boolean> {
    const { openid, left, answerIds, dueAt, dueFor, orgRevision } = after;
    return database.updateWhere(
      COLLECTION,
      before._id,
      { revision: before.revision },
      { set: { openid, left, answerIds, dueAt, dueFor, orgRevision }, increment: { revision: 1 } },
    );
  },
};
