import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { digest } from '../../../scripts/build/content-stamp';
import { inRoot, ROOT } from '../../../scripts/root';
import { seedOnce } from '../../../scripts/local-demo';

/** What the seeded company depends on; the day too, since its history ends today. */
const INPUTS = ['dist/cloudfunctions', 'scripts/demo', 'scripts/seed-demo.ts', 'server', 'emulator'];
const LONGEST_SEED_MS = 180_000;

/** A copy that nobody rebuilds under a running test, where jest made one (jest.config.mjs). */
export const functionsUnderTest = (): string =>
  process.env.FUNCTIONS_UNDER_TEST ?? inRoot('dist/cloudfunctions');

const exists = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  );

/**
 * A fresh copy of the demo company's folder. The first test file of a run seeds it, the others wait and copy:
 * living two months takes as long as all journeys together.
 */
export const seededFolder = async (): Promise<string> => {
  const today = new Date().toISOString().slice(0, 10);
  const kept = inRoot('dist', 'journeys', `company-${(await digest(ROOT, INPUTS, today)).slice(0, 12)}`);
  const lock = `${kept}.lock`;
  await mkdir(path.dirname(kept), { recursive: true });
  const giveUpAt = Date.now() + LONGEST_SEED_MS;
  while (!(await exists(kept))) {
    const mine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (mine) await seedInto(kept).finally(() => rm(lock, { recursive: true, force: true }));
    else if (Date.now() > giveUpAt) await rm(lock, { recursive: true, force: true });
    else await pause(250);
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'zhoudao-journey-'));
  await cp(kept, folder, { recursive: true });
  return folder;
};

/** Under another name until it is whole. */
const seedInto = async (kept: string): Promise<void> => {
  const growing = `${kept}.growing`;
  for (const old of await readdir(path.dirname(kept))) {
    if (!old.endsWith('.lock'))
      await rm(path.join(path.dirname(kept), old), { recursive: true, force: true });
  }
  await seedOnce(growing, {
    dataDir: path.join(growing, 'cloud'),
    functionsDir: functionsUnderTest(),
  });
  await rename(growing, kept);
};
