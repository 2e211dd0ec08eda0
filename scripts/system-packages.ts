import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { say } from './command';

/** The path of a program that is installed; undefined when it is not. */
export const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

const succeeds = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: ['ignore', 2, 2] }).status === 0;

/** Debian and Ubuntu, as root or with a sudo that asks nothing; false where that is not so or did not work. */
export const installWithApt = (packages: readonly string[], why: string): boolean => {
  if (process.platform !== 'linux' || !onPath('apt-get')) return false;
  const root = process.getuid?.() === 0;
  const asRoot = root ? [] : ['sudo', '-n'];
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false;
  say(`Installing ${packages.join(' and ')} with apt-get, for ${why}…`);
  const apt = (...args: string[]): boolean => {
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return succeeds(program ?? '', rest);
  };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  return apt(...install) || (apt('update') && apt(...install));
};
