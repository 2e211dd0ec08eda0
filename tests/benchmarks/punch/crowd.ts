import { mkdtemp, rm, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { type LocalCloud, startLocalCloud } from '../../../emulator/start-local-cloud';
import { bundleFunction } from '../../../scripts/build/bundle-function';
import { DEMO_INVITATION_KEY, demoCloudOptions } from '../../../scripts/demo/cloud-options';
import { inRoot } from '../../../scripts/root';
import { administer } from '../../../server/cloudbase/administer';
import type { Database } from '../../../server/ports';
import { employments } from '../../../server/repositories/employments';
import { organisations } from '../../../server/repositories/organisations';
import type { Sheet } from '../../../server/repositories/sheets';
import { ORGANISATION } from '../../server/company/organisation';
import { AT_THE_DOOR, DEVICE } from '../../server/company/person';
import { instantOfWallClock } from '../../server/company/wall-clock';
import { inFlight } from './in-flight';

/** Many people of one rule in the middle of a month, bound and ready to punch, and the bare function beside the product's. */
export interface Crowd {
  readonly cloud: LocalCloud;
  readonly database: Database;
  readonly employmentIds: readonly string[];
  leave(): Promise<void>;
}

/** The first morning of the measured punches. */
export const TODAY = '2026-03-19';
const MODEL = 'model';

export const openidOf = (employmentId: string): string => `openid-of-${employmentId}`;

/**
 * Everybody has worked since the first of last month, as one of them really did through the deployed functions: sheets
 * are as large as they are in life. The cloud stands before work on TODAY.
 */
export async function gather(people: number): Promise<Crowd> {
  const directory = await mkdtemp(path.join(tmpdir(), 'zhoudao-crowd-'));
  const functionsDir = path.join(directory, 'functions');
  await cp(inRoot('dist/cloudfunctions'), functionsDir, { recursive: true });
  await bundleFunction(inRoot('tests/benchmarks/punch/bare-function.ts'), path.join(functionsDir, 'bare'));
  const options = demoCloudOptions();
  const cloud = await startLocalCloud({
    ...options,
    indexes: [...(options.indexes ?? []), { collection: 'bare', keys: ['openid', 'month'], unique: false }],
    dataDir: path.join(directory, 'data'),
    functionsDir,
    timers: 'never',
    beginAt: instantOfWallClock('2026-02-01T08:00'),
  });
  Object.assign(process.env, cloud.sdkEnvironment);
  const administration = administer(cloud.envId, DEMO_INVITATION_KEY);
  const { database } = administration;
  await administration.createCollections();
  for (const name of ['bare', 'bareFacts'])
    await tcb.init({ env: cloud.envId }).database().createCollection(name);
  await organisations.publish(database, ORGANISATION);
  await join(database, MODEL);
  await live(cloud);
  const lived = (await database.find('sheets', { employmentId: MODEL }, { limit: 10 })) as Sheet[];
  const employmentIds = Array.from({ length: people }, (_, i) => `E${String(i).padStart(5, '0')}`);
  await inFlight(64, employmentIds, async (id) => {
    await join(database, id);
    for (const sheet of lived)
      for (const collection of ['sheets', 'bare']) await database.add(collection, sheetOf(id, sheet));
  });
  return {
    cloud,
    database,
    employmentIds,
    leave: async () => {
      await cloud.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const sheetOf = (employmentId: string, sheet: Sheet): Sheet => ({
  ...sheet,
  _id: `${employmentId}:${sheet.month}`,
  employmentId,
  openid: openidOf(employmentId),
});

/** One of them comes and goes on every day that is over, and the timer closes the days. */
async function live(cloud: LocalCloud): Promise<void> {
  const mornings = Array.from(
    { length: 60 },
    (_, i) => instantOfWallClock('2026-02-01T08:55') + i * 86_400_000,
  );
  for (const [i, morning] of mornings.filter((at) => at < instantOfWallClock(`${TODAY}T00:00`)).entries()) {
    for (const at of [morning + (i % 9) * 60_000, morning + 9 * 3_600_000 + (i % 7) * 120_000]) {
      await cloud.clock.moveTo(at);
      const input = { punchId: `lived-${at}`, position: AT_THE_DOOR, claimedAt: null, device: DEVICE };
      await cloud.callFunction('api', { procedure: 'punch.clock', input }, { openId: openidOf(MODEL) });
    }
  }
  await cloud.clock.moveTo(instantOfWallClock(`${TODAY}T08:00`));
  await cloud.callFunction('timer');
}

async function join(database: Database, id: string): Promise<void> {
  await employments.add(database, {
    _id: id,
    name: `员工 ${id}`,
    roles: ['employee'],
    branchId: 'shanghai',
    assignments: [
      { from: '2025-01-06' as never, to: null, main: true, departmentIds: ['day'], postId: null },
    ],
    tags: [],
    hireDate: '2025-01-06' as never,
    lastDay: null,
    openid: openidOf(id),
  });
}
