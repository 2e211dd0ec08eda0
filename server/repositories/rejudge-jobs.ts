import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { jobClaims } from './claimed-jobs';
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
    /** Whose days are planned otherwise: who they are stands in recomputePeople. */
    people: z.int(),
    /** How many of them are done. */
    done: z.int(),
    changedPeople: z.int(),
    changedDays: z.int(),
    lockedPeople: z.int(),
    /** Some of their names, for HR. */
    lockedNames: z.array(z.string()),
    /** How often somebody else wrote a sheet first, so that it was read and judged once more. */
    retries: z.int(),
    claimedUntil: z.int(),
  }),
);

export type RejudgeJob = z.output<ReturnType<typeof jobDocument>>;

/** What moves while the people are worked off. */
export type JobProgress = Pick<
  RejudgeJob,
  'state' | 'done' | 'changedPeople' | 'changedDays' | 'lockedPeople' | 'lockedNames' | 'retries'
>;

const parse = (document: unknown): RejudgeJob => parseDocument(COLLECTION, jobDocument, document);

export const rejudgeJobs = {
  ...jobClaims<RejudgeJob>(COLLECTION),
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
};
