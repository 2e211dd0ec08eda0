import type { Delegation } from '@domain/approval/delegation';
import { type Instant, instantOf } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'delegations';
/** More people than any company has away at once. */
const MOST = 1000;

const delegationDocument = lazily(() =>
  z.object({
    /** employmentId:commandId, so that a repeated tap sets one. */
    _id: z.string(),
    fromId: z.string(),
    toId: z.string(),
    /** Half-open: [since, until). Ending early moves `until`. */
    since: z.int(),
    until: z.int(),
    /** Flow ids; null: all. */
    flows: z.nullable(z.array(z.string())),
    /** `waiting`: the tasks that are open already still have to follow; `followed`: they did. */
    state: z.enum(['waiting', 'followed']),
  }),
);

export type DelegationDocument = z.output<ReturnType<typeof delegationDocument>>;

const parse = (document: unknown): DelegationDocument =>
  parseDocument(COLLECTION, delegationDocument, document);

export const delegations = {
  idOf: (employmentId: string, commandId: string): string => `${employmentId}:${commandId}`,
  async read(database: Database, id: string): Promise<DelegationDocument | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  /** Those that hold now or will. */
  async notOver(database: Database, now: Instant): Promise<readonly DelegationDocument[]> {
    return (await database.find(COLLECTION, { until: { gt: now } }, { limit: MOST })).map(parse);
  },
  /** Those that have begun while nobody moved the open tasks yet. */
  async toFollow(database: Database, now: Instant, limit: number): Promise<readonly DelegationDocument[]> {
    const where = { state: 'waiting', since: { lte: now } };
    return (await database.find(COLLECTION, where, { limit })).map(parse);
  },
  add: (database: Database, document: DelegationDocument): Promise<boolean> =>
    database.add(COLLECTION, document),
  followed: (database: Database, { _id, until }: DelegationDocument): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { until }, { set: { state: 'followed' } }),
  /** Ends one's own; the open tasks have to come back. Resolves to false when it is not this person's, or over. */
  end: (database: Database, id: string, fromId: string, now: Instant): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      id,
      { fromId, until: { gt: now } },
      { set: { until: now, state: 'waiting' } },
    ),
};

/** As the engine reads it. */
export const delegationOf = ({ fromId, toId, since, until, flows }: DelegationDocument): Delegation => ({
  from: fromId,
  to: toId,
  since: instantOf(since),
  until: instantOf(until),
  ...(flows !== null && { flows }),
});
