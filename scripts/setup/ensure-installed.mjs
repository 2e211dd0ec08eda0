import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/;

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The packages of package-lock.json that are not installed in that version. npm records what it installed in
 * node_modules/.package-lock.json: comparing contents, where a fresh checkout makes every file time meaningless.
 */
export const missingPackages = (root) => {
  const wanted = readJson(path.join(root, 'package-lock.json')).packages;
  const record = path.join(root, 'node_modules', '.package-lock.json');
  const installed = existsSync(record) ? readJson(record).packages : {};
  return Object.entries(wanted)
    .filter(([place, entry]) => place !== '' && !entry.link && !skippable(entry))
    .filter(
      ([place, entry]) =>
        installed[place]?.version !== entry.version || !existsSync(path.join(root, place, 'package.json')),
    )
    .map(([place]) => place);
};

/** Prebuilt binaries for other systems are in the lock and rightly not on this disk. */
const skippable = (entry) =>
  Boolean(entry.optional || entry.devOptional || entry.os || entry.cpu || entry.libc);

/** Installs exactly what the lock says, if anything is missing. Everything npm prints goes to stderr. */
export const ensureInstalled = async (root) => {
  const missing = missingPackages(root);
  if (missing.length === 0) return;
  process.stderr.write(
    `Installing ${missing.length} packages with npm ci (a minute or two the first time)…\n`,
  );
  const { code, tail } = await runNpm(root, ['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code === 0) return;
  if (NO_NETWORK.test(tail)) {
    throw new Error(
      'The packages could not be fetched: the npm registry does not answer. Check the network or the proxy (npm config get registry, npm config get proxy), then run the same command again.',
    );
  }
  throw new Error(`npm ci failed with code ${code}; its last words are above.`);
};

const runNpm = (root, args) =>
  new Promise((resolve, reject) => {
    // Under `npm run`, npm_execpath is npm's own script: run it with this same Node. Else find npm on the PATH.
    const script = process.env.npm_execpath;
    const direct = script !== undefined && /npm-cli\.js$/.test(script);
    const child = spawn(direct ? process.execPath : 'npm', direct ? [script, ...args] : args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !direct && process.platform === 'win32',
    });
    let tail = '';
    const pass = (chunk) => {
      process.stderr.write(chunk);
      tail = (tail + chunk).slice(-8000);
    };
    child.stdout.on('data', pass);
    child.stderr.on('data', pass);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, tail }));
  });
