import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calculateObjectSize } from 'bson';
import { administer } from '@server/cloudbase/administer';
import type { Sheet } from '@server/repositories/sheets';
import { startLocalCloud } from '../../emulator/start-local-cloud';
import { DEMO_INVITATION_KEY, demoCloudOptions } from '../../scripts/demo/cloud-options';
import { seedDemo } from '../../scripts/seed-demo';

jest.setTimeout(300_000);

const MOST_BYTES = 16 * 1024;

/** The larger of the two ways to count: as the database keeps it and as a page receives it. */
const bytesOf = (sheet: Sheet): number =>
  Math.max(calculateObjectSize(sheet), Buffer.byteLength(JSON.stringify(sheet)));

const punchesIn = (sheet: Sheet): number =>
  Object.values(sheet.days).reduce((sum, { punches }) => sum + punches.length, 0);

it('the busiest month of the demo company, closed day by day, fits in a sheet of 16 KB', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'zhoudao-demo-'));
  const where = { dataDir: directory, functionsDir: process.env.FUNCTIONS_UNDER_TEST ?? '' };
  try {
    await seedDemo(where);
    const cloud = await startLocalCloud({ ...demoCloudOptions(), ...where, timers: 'never' });
    Object.assign(process.env, cloud.sdkEnvironment);
    const { database } = administer(cloud.envId, DEMO_INVITATION_KEY);
    // The day close writes the days that nobody touched as well.
    await cloud.callFunction('timer');
    const sheets = (await database.find('sheets', {}, { limit: 1000 })) as Sheet[];
    await cloud.close();

    const busiest = [...sheets].sort((a, b) => punchesIn(b) - punchesIn(a))[0] as Sheet;
    expect(punchesIn(busiest)).toBeGreaterThan(35);
    expect(Math.max(...sheets.map(bytesOf))).toBeLessThanOrEqual(MOST_BYTES);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
