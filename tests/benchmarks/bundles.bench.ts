import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleFunction } from '../../scripts/build/bundle-function';
import { weappSizes } from '../../scripts/build-phone';
import { demoCloudOptions } from '../../scripts/demo/cloud-options';
import { inRoot } from '../../scripts/root';

const ROUNDS = 21;
const MOST_TIMES_BARE = 1.15;
const MOST_MAIN_KILOBYTES = 1024;

/** What the SDK looks for when it starts; without them it asks a metadata host, and complains. */
const IN_THE_CLOUD = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'bench',
  TENCENTCLOUD_SECRETID: 'bench',
  TENCENTCLOUD_SECRETKEY: 'bench',
};

/** What a function does with the SDK before its first call: the product's does the same. */
const BARE = `import tcb from '@cloudbase/node-sdk';
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
const db = app.database();
export const main = () => db.collection('punches').get();
`;

/** What a cold start loads: the `api` bundle beside a bundle of the SDK alone, by the same flags, in turns. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhoudao-bundles-'));
  try {
    // Inside the repository, so that the SDK is found; nothing of the product is in it.
    const entry = inRoot('dist', 'bare-sdk.ts');
    await writeFile(entry, BARE);
    await bundleFunction(entry, folder);
    await rm(entry);
    const bare = path.join(folder, 'index.js');
    const api = inRoot('dist', 'cloudfunctions', 'api', 'index.js');

    const least = { api: Infinity, bare: Infinity };
    for (let round = 0; round < ROUNDS; round += 1) {
      least.api = Math.min(least.api, requireMilliseconds(api));
      least.bare = Math.min(least.bare, requireMilliseconds(bare));
    }
    const ratio = least.api / least.bare;
    say(`require of api ${least.api.toFixed(1)} ms, of the SDK alone ${least.bare.toFixed(1)} ms`);
    say(
      `ratio ${ratio.toFixed(2)}, at most ${MOST_TIMES_BARE} (processor time, fresh processes in turns, the least of ${ROUNDS})`,
    );

    const parts = (await readdir(path.join(path.dirname(api), 'parts'))).map((name) => `./parts/${name}`);
    const whole = requireMilliseconds(api, parts);
    say(`with every part that any call could need: ${whole.toFixed(1)} ms (${parts.length} parts, one run)`);

    const packages = await weappSizes();
    say(`weapp: ${packages}; main at most ${MOST_MAIN_KILOBYTES} KB`);
    const main = Number(/main (\d+) KB/.exec(packages)?.[1]);
    if (!(main <= MOST_MAIN_KILOBYTES)) throw new Error(`the weapp main package has ${main} KB`);
    if (ratio > MOST_TIMES_BARE) throw new Error(`api takes ${ratio.toFixed(2)} times the SDK alone to load`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Processor time in a process of its own, as a cold start is: what else the machine does counts less. */
const requireMilliseconds = (file: string, parts: readonly string[] = []): number => {
  const files = [file, ...parts.map((part) => path.resolve(path.dirname(file), part))];
  const script = `const began = process.cpuUsage(); ${JSON.stringify(files)}.forEach((file) => require(file));
    const { user, system } = process.cpuUsage(began);
    process.stdout.write(String((user + system) / 1000)); process.exit(0);`;
  const env = { ...process.env, ...demoCloudOptions().functionEnv?.api, ...IN_THE_CLOUD };
  return Number(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' }));
};

const say = (line: string): void => console.log(line);
