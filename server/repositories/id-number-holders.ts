import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'idNumberHolders';

const holderDocument = lazily(() =>
  z.object({
    /** Keyed digest of an ID number: two people who write it at once meet here. */
    _id: z.string(),
    employmentId: z.string(),
  }),
);

/** Who holds an ID number now. Somebody who came back holds it under the new employment. */
export const idNumberHolders = {
  async read(source: Database | Transaction, digest: string): Promise<string | null> {
    const found = await source.read(COLLECTION, digest);
    return found === null ? null : parseDocument(COLLECTION, holderDocument, found).employmentId;
  },
  /** Numbers that nobody held so far; the whole transaction is lost where somebody does. */
  takeNew: (
    transaction: Transaction,
    holders: readonly { readonly digest: string; readonly employmentId: string }[],
  ): Promise<void> =>
    transaction.addAll(
      COLLECTION,
      holders.map(({ digest, employmentId }) => ({ _id: digest, employmentId })),
    ),
  free: (transaction: Transaction, digest: string): Promise<void> => transaction.remove(COLLECTION, digest),
  /** `present`: who was read as its holder. */
  take: (
    transaction: Transaction,
    digest: string,
    employmentId: string,
    present: string | null,
  ): Promise<void> =>
    present === null
      ? transaction.add(COLLECTION, { _id: digest, employmentId } as never)
      : transaction.update(COLLECTION, digest, { set: { employmentId } }),
};
