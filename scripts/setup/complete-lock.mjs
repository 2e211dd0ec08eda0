/**
 * npm leaves binaries for other systems out of package-lock.json where the registry in use did not offer them, or
 * where an installed tree was there already. Then `npm ci` refuses the lock (npm 11), or a Mac gets no binary (npm 10).
 * `node scripts/setup/complete-lock.mjs` adds what is missing: run it after every `npm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SYSTEMS = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openharmony'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'loong64', 'riscv64'];
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Where Node would find a package from inside another: the nearest node_modules upwards. */
const found = (packages, from, name) => {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const candidate = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (packages[candidate]) return packages[candidate];
    if (place === '') return undefined;
    if (!place.includes('/node_modules/')) place = '';
  }
};

/** What a binary runs on, as its name says: '@swc/core-linux-arm64-musl'. */
const runsOn = (name) => {
  const words = name.split(/[-/]/);
  const system = SYSTEMS.find((one) => words.includes(one));
  const processor = PROCESSORS.find((one) => words.includes(one));
  if (!system || !processor) return undefined;
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return { cpu: [processor], ...(libc && system === 'linux' && { libc }), os: [system] };
};

/** The binaries that locked packages name and the lock does not hold: [place, entry] each. */
export const missingBinaries = (packages) => {
  const missing = new Map();
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const platform = runsOn(name);
      if (!platform || !EXACT.test(version) || found(packages, place, name)?.version === version) continue;
      const atTheTop = `node_modules/${name}`;
      const taken = (packages[atTheTop] ?? missing.get(atTheTop))?.version;
      const target = taken === undefined || taken === version ? atTheTop : `${place}/node_modules/${name}`;
      missing.set(target, { version, ...platform, optional: true });
    }
  }
  return [...missing];
};

const file = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../package-lock.json');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingBinaries(lock.packages);
  const entries = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  process.stderr.write(`${missing.length} binaries for other systems added to package-lock.json.\n`);
}
