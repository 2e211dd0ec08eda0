import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import type { Punch } from '../../../domain/attendance/punch';
import { dayNumber, type LocalDate, localDateOf } from '../../../domain/time/local-date';
import type { InstantMinute } from '../../../domain/time/instant';
import { type LocalCloud, startLocalCloud } from '../../../emulator/start-local-cloud';
import { DEMO_INVITATION_KEY, demoCloudOptions } from '../../../scripts/demo/cloud-options';
import { inRoot } from '../../../scripts/root';
import { freshSheet } from '../../../server/attendance/fresh-sheet';
import { judgeAgain, judgeDays, sheetsByMonth, storedDayFrom } from '../../../server/attendance/judged-days';
import { administer } from '../../../server/cloudbase/administer';
import { organisationAt, type Organisation } from '../../../server/organisation';
import type { Database, Ports } from '../../../server/ports';
import type { Employment } from '../../../server/repositories/employments';
import { organisations } from '../../../server/repositories/organisations';
import { type Sheet, sheets } from '../../../server/repositories/sheets';
import type { Company } from '../../server/company';
import { portsInProcess } from '../../server/company/in-process';
import { ORGANISATION } from '../../server/company/organisation';
import { instantOfWallClock } from '../../server/company/wall-clock';
import { inFlight } from '../punch/in-flight';

/** Whoever works here was seven minutes late on some days of March; it is 1 April. */
export interface BigCompany {
  readonly cloud: LocalCloud;
  readonly database: Database;
  readonly ports: Ports;
  readonly hr: Employment;
  /** Bytes of one sheet as JSON. */
  readonly sheetBytes: number;
  leave(): Promise<void>;
}

const MONTH = '2026-03';
/** Sheets differ in the days on which their person was late. */
const PATTERNS = 10;
const AT_ONCE = 50;

export async function foundBigCompany(people: number): Promise<BigCompany> {
  const directory = await mkdtemp(path.join(tmpdir(), 'zhoudao-recompute-'));
  const cloud = await startLocalCloud({
    ...demoCloudOptions(),
    dataDir: directory,
    functionsDir: inRoot('dist', 'cloudfunctions'),
    timers: 'never',
    beginAt: instantOfWallClock('2026-04-01T09:00'),
  });
  Object.assign(process.env, cloud.sdkEnvironment);
  const administration = administer(cloud.envId, DEMO_INVITATION_KEY);
  const { database } = administration;
  await administration.createCollections();
  await organisations.publish(database, ORGANISATION);
  const ports = portsInProcess({ cloud, database } as Company);
  const org = await organisationAt(ports, 1);
  const models = Array.from({ length: PATTERNS }, (_, n) => monthOfLateDays(ports, org, n));
  const staff = Array.from({ length: people }, (_, n) => employee(n));
  const store = tcb.init({ env: cloud.envId }).database();
  const addAll = (collection: string, documents: readonly object[]): Promise<unknown> =>
    store.collection(collection).add(documents as never);
  const parts = Array.from({ length: Math.ceil(people / AT_ONCE) }, (_, n) =>
    staff.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
  await inFlight(4, parts, async (some) => {
    await addAll('employments', some);
    await addAll(
      'sheets',
      some.map(({ _id: id }, n) => ({
        ...(models[n % PATTERNS] as Sheet),
        _id: sheets.idOf(id, MONTH),
        employmentId: id,
      })),
    );
  });
  return {
    cloud,
    database,
    ports,
    hr: staff[0] as Employment,
    sheetBytes: JSON.stringify(models[0]).length,
    leave: async () => {
      await cloud.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const employee = (n: number): Employment => ({
  _id: `E${String(n).padStart(5, '0')}`,
  name: `员工${n}`,
  roles: n === 0 ? ['hr'] : [],
  branchId: 'shanghai',
  assignments: [
    { from: localDateOf('2025-01-06'), to: null, main: true, departmentIds: ['day'], postId: null },
  ],
  tags: [],
  hireDate: localDateOf('2025-01-06'),
  lastDay: null,
  openid: null,
});

/** A whole month as the day close leaves it: 31 judged days, two cards on each workday, late on every tenth. */
function monthOfLateDays(ports: Ports, org: Organisation, pattern: number): Sheet {
  const person = employee(0);
  const empty = freshSheet(org, person, MONTH, null);
  const now = ports.clock.now();
  const [first, last] = [localDateOf(`${MONTH}-01`), localDateOf(`${MONTH}-31`)];
  const planned = judgeDays(org, person, sheetsByMonth([empty]), first, last, now);
  const judged = judgeAgain(
    planned,
    0,
    ({ date, plan }) => (plan.laid === null ? [] : cards(date, pattern)),
    [],
    now,
  );
  const days = Object.fromEntries(judged.map((day) => [sheets.keyOf(day.date), storedDayFrom(day)]));
  return { ...empty, days, closedThrough: last };
}

const cards = (date: LocalDate, pattern: number): Punch[] => {
  const isLate = dayNumber(date) % PATTERNS === pattern;
  const at = (minute: number): InstantMinute => (dayNumber(date) * 1440 + minute - 480) as InstantMinute;
  const id = (kind: string): string => `${date}-of-the-benchmark-${kind}`.padEnd(36, '0');
  return [
    { id: id('in'), minute: at(isLate ? 547 : 535), kind: 'in', source: 'button' },
    { id: id('out'), minute: at(1085), kind: 'out', source: 'button' },
  ];
};
