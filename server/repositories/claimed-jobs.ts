import type { Database } from '../ports';

/** Work that is too long for one call: whoever claims it moves it on until the claim runs out. */
export interface ClaimedJob {
  readonly _id: string;
  readonly state: 'running' | 'done';
  /** Epoch ms until when somebody works at it; a worker that died is followed by another after that. */
  readonly claimedUntil: number;
}

export interface JobClaims<Job extends ClaimedJob> {
  /** Resolves to false when somebody else holds it or moved it. */
  claim(database: Database, job: Job, until: number): Promise<boolean>;
  /** Keeps what was done, if the claim still holds; frees it when that is over. */
  advance(database: Database, job: Job, set: Partial<Job>): Promise<boolean>;
}

export const jobClaims = <Job extends ClaimedJob>(collection: string): JobClaims<Job> => ({
  claim: (database, { _id, claimedUntil }, until) =>
    database.updateWhere(
      collection,
      _id,
      { claimedUntil, state: 'running' },
      { set: { claimedUntil: until } },
    ),
  advance: (database, { _id, claimedUntil }, set) =>
    database.updateWhere(collection, _id, { claimedUntil }, { set }),
});
