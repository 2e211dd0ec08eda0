import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { functionBundle } from '../../scripts/build-functions';
import { demoCloudOptions } from '../../scripts/demo/cloud-options';
import { inRoot } from '../../scripts/root';

const STARTS = 21;
const MOST_TIMES_BARE = 1.15;

/** Prints how long the first `require` of a fresh process takes, in milliseconds. */
const TIMED_REQUIRE = `
  const began = process.hrtime.bigint();
  require(process.argv[1]);
  process.stdout.write(String(Number(process.hrtime.bigint() - began) / 1e6));
  process.exit();`;

/**
 * A cold start of `api` against one of the SDK alone, bundled with the same flags: fresh processes in turn, and the
 * best of each, for whatever else the machine does only ever adds.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhoudao-startup-'));
  try {
    const bundles = { api: path.join(folder, 'api.js'), bare: path.join(folder, 'bare.js') };
    await build(functionBundle(inRoot('cloudfunctions/api/index.ts'), bundles.api));
    await build(functionBundle(inRoot('tests/benchmarks/startup/bare-sdk.ts'), bundles.bare));
    const best = { api: Infinity, bare: Infinity };
    for (let start = 0; start < STARTS; start += 1)
      for (const name of ['bare', 'api'] as const)
        best[name] = Math.min(best[name], requireMilliseconds(bundles[name]));

    const ratio = best.api / best.bare;
    for (const name of ['api', 'bare'] as const) {
      const { size } = await stat(bundles[name]);
      say(`${name}: ${best[name].toFixed(1)} ms, ${(size / 1024).toFixed(0)} KB`);
    }
    say(`ratio ${ratio.toFixed(3)}, at most ${MOST_TIMES_BARE}`);
    if (ratio > MOST_TIMES_BARE)
      throw new Error(`api starts in ${ratio.toFixed(3)} times the bare SDK, more than ${MOST_TIMES_BARE}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function requireMilliseconds(bundle: string): number {
  const environment = { ...process.env, ...demoCloudOptions().functionEnv?.api, TENCENTCLOUD_RUNENV: 'SCF' };
  return Number(execFileSync(process.execPath, ['-e', TIMED_REQUIRE, bundle], { env: environment }));
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
