import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions, type Plugin, transform } from 'esbuild';
import { inRoot, ROOT } from '../root';

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

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  treeShaking: true,
  legalComments: 'none',
  tsconfig: inRoot('tsconfig.json'),
  plugins: [leaveOut],
  logLevel: 'warning',
  // Only ES modules can be split; each part becomes CommonJS afterwards, which is what functions load.
  format: 'esm',
  splitting: true,
  entryNames: 'index',
  chunkNames: 'parts/[name]-[hash]',
  write: false,
} as const satisfies BuildOptions;

/**
 * Bundles a cloud function: `index.js` is what a cold start loads, and `parts/` holds what an `import()` brings in with
 * the first call that needs it. CommonJS, the SDK inside: nothing to install.
 */
export async function bundleFunction(entry: string, folder: string): Promise<void> {
  const { outputFiles } = await build({ ...OPTIONS, entryPoints: [entry], outdir: folder });
  await Promise.all(
    outputFiles.map(async ({ path: file, text }) => {
      const { code } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: OPTIONS.target,
        charset: OPTIONS.charset,
      });
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, code);
    }),
  );
}
