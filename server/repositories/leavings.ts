import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { cases } from './cases';
import { parseDocument } from './parse-document';

const COLLECTION = 'leavings';

const leavingDocument = lazily(() =>
  z.object({
    /** The employment. */
    _id: z.string(),
    /** Its latest leaving case. */
    caseId: z.string(),
  }),
);

/** Thrown inside the transaction that would have begun a second one. */
export class AlreadyLeaving extends Error {
  constructor(readonly caseId: string) {
    super('a leaving of this person is under way');
  }
}

async function read(source: Database | Transaction, employmentId: string): Promise<string | null> {
  const found = await source.read(COLLECTION, employmentId);
  return found === null ? null : parseDocument(COLLECTION, leavingDocument, found).caseId;
}

/** One leaving a person at a time. */
export const leavings = {
  /** The latest leaving case of a person, running or not. */
  caseIdOf: read,
  /**
   * Makes this case the person's leaving, inside the transaction that starts it: of two starts at once one loses.
   *
   * @throws AlreadyLeaving when another is running
   */
  async claim(transaction: Transaction, employmentId: string, caseId: string): Promise<void> {
    const latest = await read(transaction, employmentId);
    if (latest === null) {
      const first = { _id: employmentId, caseId };
      return transaction.add(COLLECTION, first);
    }
    const other = latest === caseId ? null : await cases.read(transaction, latest);
    if (other?.status === 'running') throw new AlreadyLeaving(latest);
    await transaction.update(COLLECTION, employmentId, { set: { caseId } });
  },
};
