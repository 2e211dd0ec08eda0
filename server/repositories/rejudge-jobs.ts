import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';
import { storedDate } from './stored-values';

const COLLECTION = 'recomputeJobs';

const jobDocument = lazily(() =>
  z.object({
    /** The published revision as text: each is worked off once. */
    _id: z.string(),
    revision: z.int(),
    /** The one in force before: what the days were judged by. */
    fromRevision: z.int(),
    /** employmentId:commandId of whoever published. */
    command: z.string(),
    startedAt: z.int(),
    /** First day that is judged again; null: only days to come are touched. */
    since: z.nullable(storedDate),
    /** Days up to this one, included: later ones follow the new rules by themselves. */
    until: storedDate,
    state: z.enum(['running', 'done']),
    /** Whose days are planned otherwise, in order; 10,000 of them are about 100 KB. */
    people: z.array(z.string()),
    /** How many of them are done. */
    done: z.int(),
    changedPeople: z.int(),
    changedDays: z.int(),
    lockedPeople: z.int(),
    /** Some of their names, for HR. */
    lockedNames: z.array(z.string()),
    /** Until when somebody works at it; a worker that died is followed by another after that. */
    claimedUntil: z.int(),
  }),
);

export type RejudgeJob = z.output<ReturnType<typeof jobDocument>>;

/** What moves while the people are worked off. */
type Progress =
  'state' | 'done' | 'changedPeople' | 'changedDays' | 'lockedPeople' | 'lockedNames' | 'claimedUntil';

export type JobProgress = Pick<RejudgeJob, Exclude<Progress, 'claimedUntil'>>;

const parse = (document: unknown): RejudgeJob => parseDocument(COLLECTION, jobDocument, document);

export const rejudgeJobs = {
  async read(database: Database, id: string): Promise<RejudgeJob | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  async ofCommand(database: Database, command: string): Promise<RejudgeJob | null> {
    const found = await database.find(COLLECTION, { command }, { limit: 1 });
    return found[0] === undefined ? null : parse(found[0]);
  },
  async running(database: Database, limit: number): Promise<readonly RejudgeJob[]> {
    return (await database.find(COLLECTION, { state: 'running' }, { limit })).map(parse);
  },
  add: (database: Database, job: RejudgeJob): Promise<boolean> => database.add(COLLECTION, job),
  /** Resolves to false when somebody else holds it or moved it. */
  claim: (database: Database, { _id, claimedUntil }: RejudgeJob, until: number): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      _id,
      { claimedUntil, state: 'running' },
      { set: { claimedUntil: until } },
    ),
  /** Keeps what was done, if the claim still holds; frees it when that is over. */
  advance: (
    database: Database,
    { _id, claimedUntil }: RejudgeJob,
    set: Partial<Pick<RejudgeJob, Progress>>,
  ): Promise<boolean> => database.updateWhere(COLLECTION, _id, { claimedUntil }, { set }),
};
