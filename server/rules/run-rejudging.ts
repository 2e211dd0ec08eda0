import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { firstOf } from '../attendance/punch-desk';
import { workOn } from '../jobs/work-on';
import { organisationAt } from '../organisation';
import type { Ports } from '../ports';
import { type JobProgress, type RejudgeJob, rejudgeJobs } from '../repositories/rejudge-jobs';
import { rejudgePeople } from '../repositories/rejudge-people';
import { sheets } from '../repositories/sheets';
import { peopleAhead, type PersonAtWork, SHEETS_A_READ } from './people-ahead';
import { type RejudgedPerson, rejudgePerson } from './rejudge-person';

/** After so many people the progress is kept; fewer where each has many sheets. */
const MOST_A_STEP = 50;
const ATTEMPTS_AT_A_RACE = 5;
const MOST_NAMES = 20;

/**
 * Moves a job on for about so long; resolves to how it stands. Whoever dies in it is followed by another: what was
 * written is found written, and nothing is judged or counted twice.
 */
export const runRejudging = (ports: Ports, job: RejudgeJob, budgetMs: number): Promise<RejudgeJob> =>
  workOn(ports, rejudgeJobs, job, budgetMs, (held) => oneStep(ports, held));

async function oneStep(ports: Ports, job: RejudgeJob): Promise<JobProgress> {
  const months = monthsOf(job);
  const step = peopleAStep(months);
  const people = await peopleAhead(ports, job, months, step);
  const org = await organisationAt(ports, job.revision);
  const now = ports.clock.now();
  const judged = await Promise.all(
    people.map(async (one) => ({
      name: one.person.name,
      stored: await store(ports, job, months, one, (found) =>
        rejudgePerson(org, one.person, found, job.since as LocalDate, job.until, now),
      ),
    })),
  );
  const changed = judged.filter(({ stored }) => stored.changedDays > 0);
  const locked = judged.filter(({ stored }) => stored.locked);
  const done = Math.min(job.done + step, job.people);
  if (done >= job.people) await rejudgePeople.remove(ports.database, job._id, job.people);
  return {
    done,
    state: done >= job.people ? 'done' : 'running',
    changedPeople: job.changedPeople + changed.length,
    changedDays: job.changedDays + changed.reduce((sum, { stored }) => sum + stored.changedDays, 0),
    lockedPeople: job.lockedPeople + locked.length,
    lockedNames: [...job.lockedNames, ...locked.map(({ name }) => name)].slice(0, MOST_NAMES),
    retries: job.retries + judged.reduce((sum, { stored }) => sum + stored.retries, 0),
  };
}

interface Stored extends Pick<RejudgedPerson, 'changedDays' | 'locked'> {
  readonly retries: number;
}

/** One write for each changed sheet; a sheet that somebody wrote meanwhile is read and judged again. */
async function store(
  { database }: Ports,
  job: RejudgeJob,
  months: readonly string[],
  { person, found }: PersonAtWork,
  judge: (found: PersonAtWork['found']) => RejudgedPerson,
): Promise<Stored> {
  let at = found;
  for (let retries = 0; retries < ATTEMPTS_AT_A_RACE; retries += 1) {
    const { rewrites, changedDays, locked } = judge(at);
    const written = await Promise.all(
      rewrites.map(({ sheet, days, rejudged, carryIn }) =>
        sheets.writeDays(database, sheet, days, { orgRevision: job.revision, rejudged, carryIn }),
      ),
    );
    if (written.every(Boolean)) return { changedDays, locked, retries };
    at = await sheets.ofMonths(database, person._id, months);
  }
  throw new Error(`a sheet of job ${job._id} was too busy`);
}

const peopleAStep = (months: readonly string[]): number =>
  Math.max(1, Math.min(MOST_A_STEP, Math.floor(SHEETS_A_READ / months.length)));

/** The months whose sheets a job reads, in order: thirteen at most (publish-drafts.ts). */
function monthsOf({ since, until }: Pick<RejudgeJob, 'since' | 'until'>): readonly string[] {
  const months: string[] = [];
  for (
    let first = firstOf(monthOf(since ?? until));
    first <= until;
    first = firstOf(monthOf(addDays(first, 31)))
  )
    months.push(monthOf(first));
  return months;
}
