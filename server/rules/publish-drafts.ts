import { ok, refuse } from '@domain/result';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { type Caller } from '../caller';
import { organisationAt, type Organisation, personOf, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { type OrganisationDocument, organisations } from '../repositories/organisations';
import { itemOf, ruleDrafts } from '../repositories/rule-drafts';
import { type RejudgeJob, rejudgeJobs } from '../repositories/rejudge-jobs';
import { rejudgePeople } from '../repositories/rejudge-people';
import type { Answer } from '../use-case';
import { applyDrafts } from './apply-drafts';
import { planKey } from './books-to-compare';
import { contextOf, readDraftDesk } from './draft-desk';
import { checkItem } from './draft-problems';
import { DAYS_BACK } from './found-problems';
import { withoutNeverUsed } from './part-users';
import { publishable } from './publishable';

const ATTEMPTS_AT_A_RACE = 5;

type Refused = Extract<Answer<'rules.publish'>, { ok: false }>;

/**
 * Puts the caller's drafts in force as the next organisation. Who comes second publishes over what the first published;
 * a repeat of the same command finds its own version, or its job, and finishes what is missing.
 */
export async function publishDrafts(
  ports: Ports,
  caller: Caller,
  commandId: string,
): Promise<{ readonly ok: true; readonly value: RejudgeJob } | Refused> {
  const { database } = ports;
  const command = `${caller.employment._id}:${commandId}`;
  const known = await rejudgeJobs.ofCommand(database, command);
  if (known) return ok(known);
  let free = 1;
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const desk = await readDraftDesk(ports, caller);
    const { published } = desk.org;
    if (published.publication?.command === command && isOwn(published))
      return ok(await finishPublication(ports, desk.org));
    if (!desk.keeper.mayEdit) return refuse('rules.not-yours', { why: 'branches-off' as const, names: [] });
    const drafts = publishable(desk);
    if (drafts.length === 0) return refuse('rules.nothing-to-publish', {});
    const { parts, since } = applyDrafts(published, drafts.map(itemOf));
    const context = contextOf(desk, parts);
    const problems = drafts.flatMap((draft) => checkItem(itemOf(draft), context).refused);
    if (problems.length > 0) return refuse('rules.invalid', { problems });
    const revision = published.revision + free;
    const outcome = await organisations.publishAfter(database, published.revision, {
      ...published,
      ...withoutNeverUsed(parts),
      _id: String(revision),
      revision,
      publication: {
        command,
        revision,
        fromRevision: published.revision,
        drafts: drafts.map(({ _id: key, revision: seen }) => ({ key, revision: seen })),
        since,
      },
    });
    if (outcome === 'published')
      return ok(await finishPublication(ports, await organisationAt(ports, revision)));
    // The number may be taken by a version that never came into force; what overtook us may be small.
    free = outcome === 'id-taken' ? free + 1 : 1;
  }
  return refuse('conflict.busy', {});
}

const isOwn = ({ publication, revision }: OrganisationDocument): boolean =>
  publication?.revision === revision;

/** What follows a version in force, done once however often it is asked for: its job, and drafts that are none any more. */
export async function finishPublication(ports: Ports, org: Organisation): Promise<RejudgeJob> {
  const { database } = ports;
  const { publication } = org.published;
  if (publication === undefined || !isOwn(org.published)) throw new Error('not published from drafts');
  await Promise.all(
    publication.drafts.map(({ key, revision }) => ruleDrafts.settle(database, key, revision)),
  );
  const found = await rejudgeJobs.read(database, org.published._id);
  if (found) return found;
  const until = addDays(todayIn(org.zone, ports.clock.now()), -1);
  const { fromRevision, command } = publication;
  const since = atMostAYearAgo(publication.since, until);
  const staff = since !== null && since <= until ? await employments.all(database) : [];
  const before = await organisationAt(ports, fromRevision);
  const people = staff.filter((one) => isTouched(one, before, org, since as LocalDate, until));
  const job: RejudgeJob = {
    _id: org.published._id,
    revision: org.revision,
    fromRevision,
    command,
    startedAt: ports.clock.now(),
    since,
    until,
    state: people.length === 0 ? 'done' : 'running',
    people: people.length,
    done: 0,
    changedPeople: 0,
    changedDays: 0,
    lockedPeople: 0,
    lockedNames: [],
    retries: 0,
    claimedUntil: 0,
  };
  // The people first: a job that is there can be worked off.
  await rejudgePeople.add(database, job._id, people);
  const added = await rejudgeJobs.add(database, job);
  return added ? job : ((await rejudgeJobs.read(database, job._id)) ?? job);
}

/** Special days may be entered for years long gone; nobody's pay depends on those any more. */
const atMostAYearAgo = (since: LocalDate | null, until: LocalDate): LocalDate | null => {
  const earliest = addDays(until, -DAYS_BACK);
  return since !== null && since < earliest ? earliest : since;
};

/** Whether other versions judge any of somebody's days now. */
const isTouched = (
  employment: Employment,
  before: Organisation,
  after: Organisation,
  since: LocalDate,
  until: LocalDate,
): boolean => {
  const person = personOf(employment);
  return planKey(before.book, person, since, until) !== planKey(after.book, person, since, until);
};
