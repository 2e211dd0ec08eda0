import { spawn } from 'node:child_process';
import { buildPhone, runTaroBuild } from '../../scripts/build-phone';
import { ROOT } from '../../scripts/root';

const MOST_TIMES_BUILD = 2;
const LONGEST_MS = 180_000;

/** A second `npm start`, from the command to the printed address, beside a warm build of the H5 view by Taro. */
export async function run(): Promise<void> {
  await untilAddress();
  const began = performance.now();
  await runTaroBuild('h5');
  const warmBuild = performance.now() - began;
  await buildPhone('h5');
  const second = await untilAddress();
  const ratio = second / warmBuild;
  console.log(
    `second npm start ${(second / 1000).toFixed(1)} s, warm Taro build ${(warmBuild / 1000).toFixed(1)} s`,
  );
  console.log(`ratio ${ratio.toFixed(2)}, at most ${MOST_TIMES_BUILD}`);
  if (ratio > MOST_TIMES_BUILD) throw new Error(`a second npm start takes ${ratio.toFixed(2)} warm builds`);
}

/** Milliseconds from `npm start` to its address. It is then stopped as Ctrl-C would: the whole group at once. */
const untilAddress = (): Promise<number> =>
  new Promise((settle, reject) => {
    const began = performance.now();
    const child = spawn('npm', ['start', '--', '--no-open', '--port', '0'], {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CI: 'true' },
    });
    let taken: number | undefined;
    let said = '';
    const stop = (): void => void (child.pid !== undefined && process.kill(-child.pid, 'SIGINT'));
    const limit = setTimeout(stop, LONGEST_MS);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      if (taken !== undefined || !said.includes('is open at')) return;
      taken = performance.now() - began;
      stop();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(limit);
      if (taken === undefined) reject(new Error(`npm start printed no address:\n${said}`));
      else settle(taken);
    });
  });
