import type { Answer } from '@domain/approval/case';
import type { Effect } from '@domain/approval/effects';
import type { CaseEvent } from '@domain/approval/events';
import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'commits';

const object = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null);

const commitDocument = lazily(() =>
  z.object({
    /** caseId:revision, by add and never by set: of two commands at once one finds the place taken. */
    _id: z.string(),
    caseId: z.string(),
    revision: z.int(),
    commandId: z.string(),
    at: z.int(),
    events: z.array(object<CaseEvent>()),
    effects: z.array(object<Effect>()),
    answer: object<Answer>(),
    /** Effects are still to be done: such commits are the outbox. */
    pending: z.boolean(),
    attempts: z.int(),
    /** When the timer may take it; the lease of whoever is at it ends then. */
    retryAt: z.int(),
    /** Whether its events are on the case's evidence chain; requests of attendance have none. */
    chain: z.optional(z.enum(['due', 'done'])),
  }),
);

export type Commit = z.output<ReturnType<typeof commitDocument>>;

const parse = (document: unknown): Commit => parseDocument(COLLECTION, commitDocument, document);

export const commits = {
  idOf: (caseId: string, revision: number): string => `${caseId}:${revision}`,
  add: (transaction: Transaction, commit: Commit): Promise<void> => transaction.add(COLLECTION, commit),
  async waiting(database: Database, now: Instant, limit: number): Promise<readonly Commit[]> {
    const where = { pending: true, retryAt: { lte: now } };
    return (await database.find(COLLECTION, where, { limit, orderBy: ['retryAt', 'asc'] })).map(parse);
  },
  /** Takes the effects for a while; resolves to false when somebody else has them. */
  lease: (database: Database, { _id, retryAt, attempts }: Commit, until: number): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      _id,
      { pending: true, retryAt, attempts },
      { set: { retryAt: until }, increment: { attempts: 1 } },
    ),
  done: (database: Database, id: string): Promise<boolean> =>
    database.updateWhere(COLLECTION, id, { pending: true }, { set: { pending: false } }),
  chained: (database: Database, id: string): Promise<boolean> =>
    database.updateWhere(COLLECTION, id, { chain: 'due' }, { set: { chain: 'done' } }),
  /** Cases with something that is not on their chain yet. */
  async unchainedCases(database: Database, before: Instant, limit: number): Promise<readonly string[]> {
    const where = { chain: 'due', at: { lte: before } };
    const found = (await database.find(COLLECTION, where, { limit })).map(parse);
    return [...new Set(found.map(({ caseId }) => caseId))];
  },
  /** Replaces the events of a commit whose personal parts were destroyed by rule. */
  redact: (database: Database, id: string, events: readonly CaseEvent[]): Promise<boolean> =>
    database.updateWhere(COLLECTION, id, {}, { set: { events } }),
  async ofCase(database: Database, caseId: string): Promise<readonly Commit[]> {
    return (await database.find(COLLECTION, { caseId }, { limit: 1000, orderBy: ['revision', 'asc'] })).map(
      parse,
    );
  },
};
