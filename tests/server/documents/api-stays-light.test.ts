import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(__dirname, '../../..');

/** Every file that a bundle of this entry would hold. */
async function inputsOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    metafile: true,
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

const HEAVY = /^server\/documents\/|node_modules\/(pdfkit|fontkit|node-forge|@signpdf|@expo-google-fonts)\//;

it.each(['cloudfunctions/api/index.ts', 'cloudfunctions/timer/index.ts'])(
  '%s loads nothing that makes PDFs',
  async (entry) => {
    expect((await inputsOf(entry)).filter((file) => HEAVY.test(file))).toEqual([]);
  },
);

it('the search would find it: issuing a document loads all of that', async () => {
  const heavy = (await inputsOf('server/documents/issue-document.ts')).filter((file) => HEAVY.test(file));
  for (const name of ['pdfkit', 'fontkit', 'node-forge', '@signpdf'])
    expect(heavy.some((file) => file.includes(`node_modules/${name}`))).toBe(true);
});
