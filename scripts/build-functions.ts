import { existsSync } from 'node:fs';
import { copyFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { putBesideDocuments } from './build/beside-documents';
import { bundleFunction } from './build/bundle-function';
import { buildOnce } from './build/content-stamp';
import { ROOT, inRoot } from './root';
import { command, say, seconds } from './command';

/** The names of the functions: the folders of cloudfunctions/ that have an index.ts. */
export const functionNames = async (): Promise<string[]> => {
  const entries = await readdir(inRoot('cloudfunctions'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(inRoot('cloudfunctions', entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort();
};

const FUNCTIONS_OUT = 'dist/cloudfunctions';

/** Beside the finished ones until all of them are: a local cloud that is running never finds half a function. */
const GROWING = `${FUNCTIONS_OUT}.growing`;

const bundleOne = async (name: string): Promise<void> => {
  const source = inRoot('cloudfunctions', name);
  const target = inRoot(GROWING, name);
  await bundleFunction(path.join(source, 'index.ts'), target);
  if (name === 'documents') await putBesideDocuments(target);
  await writeFile(
    path.join(target, 'package.json'),
    `${JSON.stringify({ name, main: 'index.js' }, null, 2)}\n`,
  );
  const config = path.join(source, 'config.json');
  if (existsSync(config)) await copyFile(config, path.join(target, 'config.json'));
};

/** Bundles every cloud function to dist/cloudfunctions/<name>/, unless nothing changed. */
export const buildFunctions = (): Promise<'built' | 'unchanged'> =>
  buildOnce({
    root: ROOT,
    name: 'functions',
    inputs: [
      'cloudfunctions',
      'server',
      'contract',
      'domain',
      'package-lock.json',
      'tsconfig.json',
      'scripts/build-functions.ts',
      'scripts/build',
      'scripts/verify.ts',
    ],
    output: FUNCTIONS_OUT,
    build: async () => {
      await rm(inRoot(GROWING), { recursive: true, force: true });
      await Promise.all((await functionNames()).map(bundleOne));
      await rm(inRoot(FUNCTIONS_OUT), { recursive: true, force: true });
      await rename(inRoot(GROWING), inRoot(FUNCTIONS_OUT));
    },
  });

command(__filename, async () => {
  const began = performance.now();
  const outcome = await buildFunctions();
  say(`Cloud functions ${outcome} in ${seconds(performance.now() - began)}: ${FUNCTIONS_OUT}`);
});
