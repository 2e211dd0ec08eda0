import type { Ports } from '../ports';
import type { ClaimedJob, JobClaims } from '../repositories/claimed-jobs';

/** A worker that has not come back by then is taken for dead. */
const CLAIM_MS = 30_000;

/**
 * Moves a job on for about so long; resolves to how it stands. Whoever dies in it is followed by another, so a step
 * must find what it has written before and count nothing twice.
 *
 * @param step does the next part and says what to keep of it
 */
export async function workOn<Job extends ClaimedJob>(
  { database, clock }: Ports,
  jobs: JobClaims<Job>,
  job: Job,
  budgetMs: number,
  step: (held: Job) => Promise<Partial<Job>>,
): Promise<Job> {
  const began = clock.now();
  if (job.state === 'done' || job.claimedUntil > began) return job;
  const claimedUntil = began + CLAIM_MS + budgetMs;
  if (!(await jobs.claim(database, job, claimedUntil))) return job;
  let held: Job = { ...job, claimedUntil };
  // However slow the cloud is, every call gets somewhere.
  do {
    const next = await step(held);
    if (!(await jobs.advance(database, held, next))) return held;
    held = { ...held, ...next };
  } while (held.state === 'running' && clock.now() - began < budgetMs);
  const freed = { claimedUntil: 0 } as Partial<Job>;
  await jobs.advance(database, held, freed);
  return { ...held, ...freed };
}
