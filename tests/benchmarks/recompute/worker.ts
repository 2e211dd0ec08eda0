import { instantOf } from '../../../domain/time/instant';
import { systemClock } from '../../../server/cloudbase/clock';
import { cloudbasePorts } from '../../../server/cloudbase/ports';
import type { Database, Ports } from '../../../server/ports';
import { rejudgeJobs } from '../../../server/repositories/rejudge-jobs';
import { runRejudging } from '../../../server/rules/run-rejudging';

/** As the page asks: about once a second it moves the work on. */
const A_WHILE_MS = 800;

/** What one process did for a job, counted at its own database port. */
export interface Worked {
  readonly reads: number;
  readonly sheetWrites: number;
  readonly people: number;
  readonly changedPeople: number;
  readonly retries: number;
  readonly seconds: number;
  /** The longest time between two kept progresses. */
  readonly longestGapMs: number;
  /** Resident memory before the work, and the most there ever was. */
  readonly baseKilobytes: number;
  readonly peakKilobytes: number;
  readonly peakHeapMegabytes: number;
}

async function work(jobId: string, clockShiftMs: number): Promise<Worked> {
  const counts = { reads: 0, sheetWrites: 0 };
  let [lastKept, longestGapMs, peakHeap] = [Date.now(), 0, 0];
  const kept = (): void => {
    longestGapMs = Math.max(longestGapMs, Date.now() - lastKept);
    lastKept = Date.now();
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
    process.stderr.write('.');
  };
  const real = cloudbasePorts(process.env);
  const database: Database = {
    ...real.database,
    read: (...call) => ((counts.reads += 1), real.database.read(...call)),
    find: (...call) => ((counts.reads += 1), real.database.find(...call)),
    updateWhere: async (...call) => {
      const stood = await real.database.updateWhere(...call);
      if (call[0] === 'sheets') counts.sheetWrites += 1;
      if (call[0] === 'recomputeJobs' && 'done' in (call[3].set ?? {})) kept();
      return stood;
    },
  };
  const clock = { ...systemClock, now: () => instantOf(Date.now() + clockShiftMs) };
  const ports: Ports = { ...real, database, clock };
  // What a warm function holds before it has anything to do.
  await real.database.read('recomputeJobs', jobId);
  const baseKilobytes = process.memoryUsage().rss / 1024;
  let job = await rejudgeJobs.read(database, jobId);
  if (!job) throw new Error(`there is no job ${jobId}`);
  const began = (lastKept = Date.now());
  while (job.state === 'running') job = await runRejudging(ports, job, A_WHILE_MS);
  return {
    ...counts,
    people: job.done,
    changedPeople: job.changedPeople,
    retries: job.retries,
    seconds: (Date.now() - began) / 1000,
    longestGapMs,
    baseKilobytes,
    peakKilobytes: process.resourceUsage().maxRSS,
    peakHeapMegabytes: peakHeap / 1024 / 1024,
  };
}

const [jobId = '', shift = '0'] = process.argv.slice(2);
work(jobId, Number(shift)).then(
  (worked) => process.stdout.write(`${JSON.stringify(worked)}\n`),
  (error: unknown) => {
    process.stderr.write(String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  },
);
