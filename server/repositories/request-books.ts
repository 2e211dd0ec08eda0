import { APPROVAL_KINDS } from '@domain/attendance/approval';
import type { RequestBook } from '@domain/attendance/request-book';
import type { RequestSpan } from '@domain/attendance/request-duration';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'requestBooks';

const balance = () =>
  z.object({ type: z.string(), granted: z.number(), spent: z.number(), frozen: z.number() });

const standing = () =>
  z.object({
    caseId: z.string(),
    kind: z.enum(APPROVAL_KINDS),
    type: z.string(),
    span: z.custom<RequestSpan>((span) => typeof span === 'object' && span !== null && 'kind' in span),
    state: z.enum(['pending', 'approved']),
    units: z.number(),
    minutes: z.int(),
    from: z.int(),
    to: z.int(),
    months: z.array(z.string()),
    short: z.optional(z.boolean()),
  });

/** What HR gave or took, so that a balance can be explained. */
const grant = () =>
  z.object({
    /** The command that gave it: a repeated tap gives nothing again. */
    id: z.string(),
    type: z.string(),
    units: z.number(),
    note: z.string(),
    by: z.string(),
    at: z.int(),
  });

const bookDocument = lazily(() =>
  z.object({
    /** The employment. */
    _id: z.string(),
    balances: z.array(balance()),
    grants: z.array(grant()),
    requests: z.array(standing()),
    /** The organisation under which what lies ahead was measured; null: nothing lies ahead. */
    measuredUnder: z.nullable(z.int()),
  }),
);

type Stored = z.output<ReturnType<typeof bookDocument>>;
export type BalanceGrant = z.output<ReturnType<typeof grant>>;

export interface StoredBook extends RequestBook {
  readonly grants: readonly BalanceGrant[];
  readonly measuredUnder: number | null;
}

const EMPTY: StoredBook = { balances: {}, grants: [], requests: [], measuredUnder: null };

function parse(document: unknown): StoredBook {
  if (document === null) return EMPTY;
  const { balances, grants, requests, measuredUnder } = parseDocument(COLLECTION, bookDocument, document);
  return {
    balances: Object.fromEntries(balances.map(({ type, ...rest }) => [type, rest])),
    grants,
    requests: requests.map(({ short, ...entry }) => (short === undefined ? entry : { ...entry, short })),
    measuredUnder,
  };
}

/** Types of leave are values here, not field names: a company may call them what it likes. */
const stored = ({ balances, grants, requests, measuredUnder }: StoredBook): Omit<Stored, '_id'> => ({
  balances: Object.entries(balances).map(([type, balance]) => ({ type, ...balance })),
  grants: [...grants],
  requests: requests.map((entry) => ({ ...entry, months: [...entry.months] })),
  measuredUnder,
});

/** One document a person: balances and the requests that stand, so that two at once meet in one place. */
export const requestBooks = {
  async read(source: Database | Transaction, employmentId: string): Promise<StoredBook> {
    return parse(await source.read(COLLECTION, employmentId));
  },
  /** Reads and writes inside the transaction; what `change` throws undoes it all. */
  async change(
    transaction: Transaction,
    employmentId: string,
    change: (book: StoredBook) => StoredBook,
  ): Promise<void> {
    const found = await transaction.read(COLLECTION, employmentId);
    const before = parse(found);
    const after = change(before);
    if (after === before) return;
    if (found === null) await transaction.add(COLLECTION, { _id: employmentId, ...stored(after) } as never);
    // A write that changes nothing counts as none, and would look like a book that is gone.
    else if (JSON.stringify(stored(after)) !== JSON.stringify(stored(before)))
      await transaction.update(COLLECTION, employmentId, { set: stored(after) });
  },
  /** People whose requests were measured under an older organisation. */
  async measuredBefore(database: Database, revision: number, limit: number): Promise<readonly string[]> {
    const found = await database.find(COLLECTION, { measuredUnder: { lt: revision } }, { limit });
    return found.map((document) => (document as { _id: string })._id);
  },
};
