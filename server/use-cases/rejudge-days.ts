import { organisation } from '../organisation';
import type { Ports } from '../ports';
import { rejudgeJobs } from '../repositories/rejudge-jobs';
import { finishPublication } from '../rules/publish-drafts';
import { runRejudging } from '../rules/run-rejudging';

const JOBS_A_TICK = 3;
/** Of the minute that the timer has, for each of at most three jobs. */
const BUDGET_MS = 8000;

/** The clock's part: a publication that was cut off is finished, and jobs that nobody watches go on. */
export async function rejudgeDays(ports: Ports): Promise<number> {
  const org = await organisation(ports);
  const { publication, revision } = org.published;
  if (publication?.revision === revision) await finishPublication(ports, org);
  const jobs = await rejudgeJobs.running(ports.database, JOBS_A_TICK);
  let done = 0;
  for (const job of jobs) done += (await runRejudging(ports, job, BUDGET_MS)).done - job.done;
  return done;
}
