import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { inRoot } from '../root';

/**
 * What lies beside the bundle of `documents`: the whole font, the table that pdfkit reads from its own folder when it
 * loads, and the offline verifier that every evidence bundle carries.
 */
export async function putBesideDocuments(folder: string): Promise<void> {
  await Promise.all([
    copyFile(
      inRoot('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
      path.join(folder, 'font.ttf'),
    ),
    copyFile(inRoot('node_modules/linebreak/src/classes.trie'), path.join(folder, 'classes.trie')),
    build({
      absWorkingDir: inRoot(),
      entryPoints: ['scripts/verify.ts'],
      outfile: path.join(folder, 'verify.cjs'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      charset: 'utf8',
      minify: true,
      tsconfig: inRoot('tsconfig.json'),
      logLevel: 'warning',
    }),
  ]);
}
