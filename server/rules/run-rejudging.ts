import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { firstOf } from '../attendance/punch-desk';
import { organisationAt } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { type JobProgress, type RejudgeJob, rejudgeJobs } from '../repositories/rejudge-jobs';
import { type Sheet, sheets } from '../repositories/sheets';
import { type RejudgedPerson, rejudgePerson } from './rejudge-person';

/** Sheets in one read. */
const SHEETS_A_READ = 500;
/** After so many people the progress is kept; fewer where each has many sheets. */
const MOST_A_STEP = 50;
/** A worker that has not come back by then is taken for dead. */
const CLAIM_MS = 30_000;
const ATTEMPTS_AT_A_RACE = 5;
const MOST_NAMES = 20;

/** People that are known already need no read. */
export type KnownStaff = ReadonlyMap<string, Employment>;

/**
 * Moves a job on for about so long; resolves to how it stands. Whoever dies in it is followed by another: what was
 * written is found written, and nothing is judged or counted twice.
 */
export async function runRejudging(
  ports: Ports,
  job: RejudgeJob,
  budgetMs: number,
  known: KnownStaff = new Map(),
): Promise<RejudgeJob> {
  const { database, clock } = ports;
  const began = clock.now();
  if (job.state === 'done' || job.claimedUntil > began) return job;
  const claimedUntil = began + CLAIM_MS + budgetMs;
  if (!(await rejudgeJobs.claim(database, job, claimedUntil))) return job;
  let held: RejudgeJob = { ...job, claimedUntil };
  const read = readingPeople(ports, held, known);
  while (held.state === 'running' && clock.now() - began < budgetMs) {
    const next = await oneStep(ports, held, read);
    if (!(await rejudgeJobs.advance(database, held, next))) return held;
    held = { ...held, ...next };
  }
  const free = { ...held, claimedUntil: 0 };
  await rejudgeJobs.advance(database, held, { claimedUntil: 0 });
  return free;
}

interface PersonAtWork {
  readonly employment: Employment;
  readonly found: readonly Sheet[];
}

type ReadPeople = (from: number) => Promise<readonly PersonAtWork[]>;

async function oneStep(ports: Ports, job: RejudgeJob, read: ReadPeople): Promise<JobProgress> {
  const people = await read(job.done);
  const org = await organisationAt(ports, job.revision);
  const judged = await Promise.all(
    people.map(async (one) => ({
      name: one.employment.name,
      person: await store(ports, job, one, (found) =>
        rejudgePerson(org, one.employment, found, job.since as LocalDate, job.until, ports.clock.now()),
      ),
    })),
  );
  const changed = judged.filter(({ person }) => person.changedDays > 0);
  const locked = judged.filter(({ person }) => person.locked);
  // Somebody who is gone from the books since counts as done.
  const done = Math.min(job.done + peopleAStep(job), job.people.length);
  return {
    done,
    state: done >= job.people.length ? 'done' : 'running',
    changedPeople: job.changedPeople + changed.length,
    changedDays: job.changedDays + changed.reduce((sum, { person }) => sum + person.changedDays, 0),
    lockedPeople: job.lockedPeople + locked.length,
    lockedNames: [...job.lockedNames, ...locked.map(({ name }) => name)].slice(0, MOST_NAMES),
  };
}

/** One write for each changed sheet; a sheet that somebody wrote meanwhile is read and judged again. */
async function store(
  { database }: Ports,
  job: RejudgeJob,
  { employment, found }: PersonAtWork,
  judge: (found: readonly Sheet[]) => RejudgedPerson,
): Promise<RejudgedPerson> {
  let at = found;
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const judged = judge(at);
    const written = await Promise.all(
      judged.rewrites.map(({ sheet, days, rejudged, carryIn }) =>
        sheets.writeDays(database, sheet, days, { orgRevision: job.revision, rejudged, carryIn }),
      ),
    );
    if (written.every(Boolean)) return judged;
    at = await sheets.ofMonths(database, employment._id, monthsOf(job));
  }
  throw new Error(`a sheet of job ${job._id} was too busy`);
}

/** Reads as many people as fit in one read of sheets, and hands them out a step at a time. */
function readingPeople({ database }: Ports, job: RejudgeJob, known: KnownStaff): ReadPeople {
  const months = monthsOf(job);
  const step = peopleAStep(job);
  const atATime = Math.floor(SHEETS_A_READ / months.length / step) * step;
  let read: { from: number; people: ReadonlyMap<string, PersonAtWork> } | null = null;
  return async (from) => {
    if (read === null || from >= read.from + atATime) {
      const ids = job.people.slice(from, from + atATime);
      const unknown = ids.filter((id) => !known.has(id));
      const [staff, found] = await Promise.all([
        employments.ofIds(database, unknown),
        sheets.ofPeople(database, ids, months),
      ]);
      read = { from, people: peopleAtWork([...known.values(), ...staff], ids, found) };
    }
    const { people } = read;
    return job.people.slice(from, from + step).flatMap((id) => people.get(id) ?? []);
  };
}

function peopleAtWork(
  staff: readonly Employment[],
  ids: readonly string[],
  found: readonly Sheet[],
): ReadonlyMap<string, PersonAtWork> {
  const wanted = new Set(ids);
  const own = new Map<string, Sheet[]>();
  for (const sheet of found) own.set(sheet.employmentId, [...(own.get(sheet.employmentId) ?? []), sheet]);
  return new Map(
    staff
      .filter(({ _id }) => wanted.has(_id))
      .map((employment) => [employment._id, { employment, found: own.get(employment._id) ?? [] }]),
  );
}

const peopleAStep = (job: RejudgeJob): number =>
  Math.max(1, Math.min(MOST_A_STEP, Math.floor(SHEETS_A_READ / monthsOf(job).length)));

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
