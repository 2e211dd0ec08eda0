import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command, CommandBody } from '../../../domain/approval/commands';
import { type LocalCloud, startLocalCloud } from '../../../emulator/start-local-cloud';
import { DEMO_INVITATION_KEY, demoCloudOptions } from '../../../scripts/demo/cloud-options';
import { inRoot } from '../../../scripts/root';
import { administer } from '../../../server/cloudbase/administer';
import { recentOrganisation } from '../../../server/organisation';
import type { Database, Ports } from '../../../server/ports';
import { cases } from '../../../server/repositories/cases';
import { commits } from '../../../server/repositories/commits';
import { employments } from '../../../server/repositories/employments';
import { organisations } from '../../../server/repositories/organisations';
import { doEffects } from '../../../server/workflow/effects';
import { runCommand } from '../../../server/workflow/run-command';
import { readStaff } from '../../../server/workflow/staff';
import type { Company } from '../../server/company';
import { portsInProcess } from '../../server/company/in-process';
import { ORGANISATION } from '../../server/company/organisation';
import { instantOfWallClock } from '../../server/company/wall-clock';
import { inFlight } from '../punch/in-flight';

/** A company of a thousand, with years of closed cases and some open ones, everything found and moved as in life. */
export interface Caseload {
  readonly cloud: LocalCloud;
  readonly database: Database;
  readonly ports: Ports;
  readonly hr: string;
  /** Who leads how many: each has some open tasks. */
  readonly leaders: readonly string[];
  leave(): Promise<void>;
}

const PEOPLE = 1000;
const LEADERS = 20;
const AT_A_TIME = 64;
const TODAY = '2026-03-19';

export const openidOf = (employmentId: string): string => `openid-of-${employmentId}`;
export const nameOf = (n: number): string => `员工${String(n).padStart(4, '0')}`;
const idOf = (n: number): string => `E${String(n).padStart(4, '0')}`;

/** @param closed made from one closed case of each kind; @param open really begun, half requests and half leavings */
export async function gatherCaseload(closed: number, open: number): Promise<Caseload> {
  const directory = await mkdtemp(path.join(tmpdir(), 'zhoudao-caseload-'));
  const cloud = await startLocalCloud({
    ...demoCloudOptions(),
    dataDir: directory,
    functionsDir: inRoot('dist', 'cloudfunctions'),
    timers: 'never',
    beginAt: instantOfWallClock(`${TODAY}T09:00`),
  });
  Object.assign(process.env, cloud.sdkEnvironment);
  const administration = administer(cloud.envId, DEMO_INVITATION_KEY);
  const { database } = administration;
  await administration.createCollections();
  const leaders = Array.from({ length: LEADERS }, (_, n) => idOf(n));
  const hr = idOf(LEADERS);
  const units = leaders.map((id, n) => ({ id: `team-${n}`, name: `${n} 组`, parentId: null, headId: id }));
  await organisations.publish(database, {
    ...ORGANISATION,
    departments: units.map(({ id, name, parentId }) => ({ id, name, parentId })),
    rules: [],
    heads: Object.fromEntries(units.map(({ id, headId }) => [id, headId])),
    grants: [{ role: 'hr', personId: hr, branchId: null }],
  });
  await inFlight(
    AT_A_TIME,
    Array.from({ length: PEOPLE }, (_, n) => n),
    (n) => join(database, n),
  );
  const ports = portsInProcess({ cloud, database } as Company);
  const caseload: Caseload = {
    cloud,
    database,
    ports,
    hr,
    leaders,
    leave: async () => {
      await cloud.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
  await begin(caseload, open);
  await closeMany(caseload, closed);
  return caseload;
}

async function join(database: Database, n: number): Promise<void> {
  const id = idOf(n);
  const team = `team-${n < LEADERS ? (n + 1) % LEADERS : n % LEADERS}`;
  await employments.add(database, {
    _id: id,
    name: nameOf(n),
    roles: n === LEADERS ? ['employee', 'hr'] : ['employee'],
    branchId: 'shanghai',
    assignments: [{ from: '2025-01-06' as never, to: null, main: true, departmentIds: [team], postId: null }],
    tags: [],
    hireDate: '2025-01-06' as never,
    lastDay: null,
    openid: openidOf(id),
  });
}

/** Applicants ask or give notice, and their leaders are told. */
async function begin({ ports }: Caseload, open: number): Promise<void> {
  for (let n = 0; n < open; n += 1) {
    const applicant = idOf(LEADERS + 1 + n);
    const request: CommandBody = {
      kind: 'start',
      applicant,
      fields: { date: TODAY, card: 'out', segment: 0, minute: 1085, reason: '忘记打卡' },
    };
    const digest = 'a'.repeat(64);
    const notice: CommandBody = {
      kind: 'start',
      applicant,
      dates: { lastDay: '2026-04-30' as never },
      documents: [{ key: 'notice', digest }],
      signature: { document: 'notice', digest, mark: 'b'.repeat(64) },
    };
    const leaves = n % 2 === 1;
    await start(ports, applicant, leaves ? 'leave-notice' : 'correction', leaves ? notice : request);
  }
}

async function start(ports: Ports, applicant: string, flowId: string, body: CommandBody): Promise<void> {
  const org = await recentOrganisation(ports);
  const verifiedAt = ports.clock.now();
  const command: Command = {
    id: `begin-${applicant}-of-the-bench`,
    caseId: `${applicant}-open`,
    actor: {
      who: 'person',
      id: applicant,
      identity: { session: 's', level: 'basic', document: 'notice', verifiedAt },
    },
    ...body,
  };
  const staffFor = () => readStaff(ports, org, [], [applicant]);
  const moved = await runCommand(ports, { org, subject: null, staffFor }, flowId, command);
  if (!moved.ok) throw new Error(`${flowId} of ${applicant} did not begin: ${JSON.stringify(moved)}`);
  // Papers are not what is measured: what could not be made waits for the timer, and is taken off its list.
  if (moved.value.commit) {
    await doEffects(ports, moved.value.commit).catch(() => undefined);
    await commits.done(ports.database, moved.value.commit._id);
  }
}

/** Closed cases of earlier years: the open ones over again under other names, with their logs. */
async function closeMany({ database }: Caseload, closed: number): Promise<void> {
  const models = await Promise.all(
    [LEADERS + 1, LEADERS + 2].map(async (n) => {
      const id = `${idOf(n)}-open`;
      const [stored, log] = await Promise.all([database.read('cases', id), commits.ofCase(database, id)]);
      return { applicant: idOf(n), text: JSON.stringify({ stored, log }) };
    }),
  );
  await inFlight(
    AT_A_TIME,
    Array.from({ length: closed }, (_, n) => n),
    async (n) => {
      const model = models[n % models.length];
      if (!model) throw new Error('there is no model of a case');
      const applicant = idOf(LEADERS + 1 + (n % (PEOPLE - LEADERS - 1)));
      const text = model.text
        .replaceAll(`${model.applicant}-open`, `${applicant}-closed-${n}`)
        .replaceAll(model.applicant, applicant);
      const { stored, log } = JSON.parse(text) as { stored: { _id: string }; log: { _id: string }[] };
      const over = { status: 'closed', nextWakeAt: null, stuckUnder: null, assignees: [], subject: null };
      await database.add('cases', { ...stored, ...over } as never);
      for (const commit of log)
        await database.add('commits', { ...commit, pending: false, chain: 'done' } as never);
    },
  );
}

/** Cases that wait for the clock, at all. */
export const waitingForTheClock = async ({ database }: Caseload): Promise<number> =>
  (await cases.toWake(database, Number.MAX_SAFE_INTEGER as never, 1000)).length;
