import { INTERVIEW_REASONS } from '@domain/offboarding/exit-interview';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';
import { storedBox } from './stored-values';

const COLLECTION = 'interviews';

const interviewDocument = lazily(() =>
  z.object({
    /** The case. */
    _id: z.string(),
    branchId: z.string(),
    /** As it was called on that day. */
    departmentName: z.string(),
    year: z.int(),
    /** '2026-03' */
    month: z.string(),
    at: z.int(),
    reasons: z.array(z.enum(INTERVIEW_REASONS)),
    /** null: no words. */
    words: z.nullable(storedBox()),
  }),
);

export type Interview = z.output<ReturnType<typeof interviewDocument>>;

const parse = (document: unknown): Interview => parseDocument(COLLECTION, interviewDocument, document);

export const interviews = {
  /** Where the words lie: a box moved to another case does not open. */
  placeOf: (caseId: string): string => `${COLLECTION}/${caseId}/words`,
  add: (transaction: Transaction, interview: Interview): Promise<void> =>
    transaction.add(COLLECTION, interview),
  async read(database: Database, caseId: string): Promise<Interview | null> {
    const found = await database.read(COLLECTION, caseId);
    return found === null ? null : parse(found);
  },
  /** After the retention. */
  forget: (database: Database, caseId: string): Promise<boolean> =>
    database.updateWhere(COLLECTION, caseId, {}, { set: { reasons: [], words: null } }),
  /** Of one branch, or of all. */
  async ofYear(database: Database, year: number, branchId: string | null): Promise<readonly Interview[]> {
    const where = { year, ...(branchId !== null && { branchId }) };
    return (await database.find(COLLECTION, where, { limit: 1000 })).map(parse);
  },
};
