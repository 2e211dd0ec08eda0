import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { buildOnce } from './build/content-stamp';
import { ROOT, inRoot } from './root';
import { command, say, seconds } from './command';

/**
 * Parts that the SDK requires at its top and that functions never call: large-model calls, data models and SQL.
 * Left out, `require` of a bundle takes about a third less. Touching one says so instead of failing oddly.
 */
const LEFT_OUT = ['@cloudbase/ai', '@cloudbase/app', '@cloudbase/wx-cloud-client-sdk'];

const leaveOut: Plugin = {
  name: 'leave-out',
  setup(setup) {
    setup.onResolve({ filter: /^@cloudbase\// }, ({ path: name }) =>
      LEFT_OUT.includes(name) ? { path: name, namespace: 'left-out' } : undefined,
    );
    // The SDK itself catches the two generators' errors when it starts: `models` is then simply absent.
    setup.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path: name }) => ({
      contents: `
        function leftOut() { throw new Error(${JSON.stringify(`${name} is left out of the function bundles`)}); }
        module.exports = { AI: leftOut, LANGS: {}, generateHTTPClient: leftOut, generateMySQLClient: leftOut };`,
    }));
  },
};

/** How a cloud function is bundled. One entry in, one CommonJS file out, the SDK inside: nothing to install. */
export const functionBundle = (entry: string, outfile: string): BuildOptions & { metafile: true } => ({
  absWorkingDir: ROOT,
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  treeShaking: true,
  legalComments: 'none',
  tsconfig: inRoot('tsconfig.json'),
  plugins: [leaveOut],
  metafile: true,
  logLevel: 'warning',
});

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
  await mkdir(target, { recursive: true });
  await build(functionBundle(path.join(source, 'index.ts'), path.join(target, 'index.js')));
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
