/**
 * The door of every npm command: `node scripts/with-setup.mjs scripts/start.ts --port 8000`.
 * Plain JavaScript, because on a fresh clone nothing is installed yet. It checks Node, installs what is
 * missing, then runs the TypeScript script in this same process. It leaves stdin alone and logs to stderr.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './setup/ensure-installed.mjs';
import { nodeTooOld } from './setup/node-version.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const run = async ([script, ...args]) => {
  const tooOld = nodeTooOld(process.versions.node);
  if (tooOld) throw new Error(tooOld);
  await ensureInstalled(root);
  process.chdir(root);
  const file = path.resolve(root, script);
  process.argv = [process.argv[0], file, ...args];
  await import('tsx');
  await import(pathToFileURL(file).href);
};

run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
