import path from 'node:path';
import { build } from 'esbuild';
import { inRoot } from '../../scripts/root';

/** Code of the house as one file, as the functions carry it; resolves to where it lies. */
export async function bundled(folder: string, name: string, contents: string): Promise<string> {
  const outfile = path.join(folder, name);
  await build({
    stdin: { contents, resolveDir: inRoot(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
    logLevel: 'silent',
    // The bundle lies outside the repository; the schema is read from it.
    define: { __dirname: JSON.stringify(inRoot('scripts')) },
  });
  return outfile;
}
