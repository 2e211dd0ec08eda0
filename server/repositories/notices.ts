import type { NoticeContent } from '@domain/offboarding/notice-content';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'notices';

const noticeDocument = lazily(() =>
  z.object({
    /** The case that began with it. */
    _id: z.string(),
    content: z.custom<NoticeContent>((value) => typeof value === 'object' && value !== null),
    /** SHA-256 in hex of domain/offboarding/notice-content's `noticeText(content)`: what was signed. */
    digest: z.string(),
    givenAt: z.int(),
  }),
);

export type Notice = z.output<ReturnType<typeof noticeDocument>>;

/** Notices as they were signed: added with the case, never changed. */
export const notices = {
  async read(database: Database, caseId: string): Promise<Notice | null> {
    const found = await database.read(COLLECTION, caseId);
    return found === null ? null : parseDocument(COLLECTION, noticeDocument, found);
  },
  /** After the retention: that a notice was given stays, its words go. */
  async forget(database: Database, caseId: string): Promise<void> {
    const kept = await notices.read(database, caseId);
    if (!kept) return;
    const content = { ...kept.content, name: '', department: '', post: '', reason: null };
    await database.updateWhere(COLLECTION, caseId, {}, { set: { content } });
  },
  add: (transaction: Transaction, notice: Notice): Promise<void> => transaction.add(COLLECTION, notice),
};
