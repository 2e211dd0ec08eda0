import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'caseSeen';

/** How far somebody has read a case's conversation. */
const seenDocument = lazily(() =>
  z.object({
    /** caseId:employmentId */
    _id: z.string(),
    /** The last event that the person has seen. */
    seq: z.int(),
  }),
);

const idOf = (caseId: string, employmentId: string): string => `${caseId}:${employmentId}`;

export const caseSeen = {
  /** 0 for somebody who has never looked. */
  async read(database: Database, caseId: string, employmentId: string): Promise<number> {
    const found = await database.read(COLLECTION, idOf(caseId, employmentId));
    return found === null ? 0 : parseDocument(COLLECTION, seenDocument, found).seq;
  },
  /** Only forward: of two phones the one that read further counts. */
  async store(database: Database, caseId: string, employmentId: string, seq: number): Promise<void> {
    const _id = idOf(caseId, employmentId);
    if (await database.add(COLLECTION, { _id, seq } as never)) return;
    await database.updateWhere(COLLECTION, _id, { seq: { lt: seq } }, { set: { seq } });
  },
};
