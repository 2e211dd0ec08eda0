import { ok, refuse } from '@domain/result';
import { rejudgeJobs } from '../repositories/rejudge-jobs';
import { rejudgingView } from '../rules/desk-view';
import { runRejudging } from '../rules/run-rejudging';
import { type Answer, useCase } from '../use-case';

/** The page asks about once a second: it sees progress, and the work goes on. */
const A_WHILE_MS = 800;

export const rejudgingProgress = useCase('rules.progress', {
  async run(ports, _caller, { jobId }): Promise<Answer<'rules.progress'>> {
    const job = await rejudgeJobs.read(ports.database, jobId);
    if (!job) return refuse('rules.unknown', {});
    return ok(rejudgingView(await runRejudging(ports, job, A_WHILE_MS)));
  },
});
