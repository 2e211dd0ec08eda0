import type { Settlement, SettlementVersion } from '@domain/offboarding/settlement';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'settlements';

const settlementDocument = lazily(() =>
  z.object({
    /** The case. */
    _id: z.string(),
    versions: z.array(
      z.custom<SettlementVersion>(
        (value) => typeof value === 'object' && value !== null && 'digest' in value,
      ),
    ),
  }),
);

const parse = (document: unknown): Settlement => {
  const { _id, versions } = parseDocument(COLLECTION, settlementDocument, document);
  return { caseId: _id, versions };
};

export const settlements = {
  /** Without a proposal yet: no versions. */
  async read(source: Database | Transaction, caseId: string): Promise<Settlement> {
    const found = await source.read(COLLECTION, caseId);
    return found === null ? { caseId, versions: [] } : parse(found);
  },
  /** After the retention; a settlement that nobody proposed has nothing to forget. */
  forget: (database: Database, caseId: string): Promise<boolean> =>
    database.updateWhere(COLLECTION, caseId, {}, { set: { versions: [] } }),
  /** The next value out of the present one, inside the transaction that the case moves in. */
  async change(
    transaction: Transaction,
    caseId: string,
    next: (settlement: Settlement) => Settlement,
  ): Promise<void> {
    const before = await settlements.read(transaction, caseId);
    const { versions } = next(before);
    const document = { _id: caseId, versions };
    return before.versions.length === 0
      ? transaction.add(COLLECTION, document)
      : transaction.update(COLLECTION, caseId, { set: { versions } });
  },
};
