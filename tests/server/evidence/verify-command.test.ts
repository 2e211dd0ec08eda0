import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { writeBundle } from '@server/evidence/write-bundle';
import { leavingCase, newKey } from './leaving-case';
import { tampered } from './tamper';

const ROOT = path.resolve(__dirname, '../../..');
const key = newKey();
const { source, heads } = leavingCase(key);
const anchor = `2:${heads[2]?.head}`;
let folder = '';

/** The verifier as a bundle carries it: one file, run in a folder where nothing else is. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
  buildSync({
    entryPoints: [path.join(ROOT, 'scripts/verify.ts')],
    outfile: path.join(folder, 'verify.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const verify = (input: Uint8Array, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['verify.cjs', ...args], {
    cwd: folder,
    input,
  });
  return { status, says: stdout.toString(), complains: stderr.toString() };
};

const bundle = writeBundle(source, key);

it('says 通过 and exits 0 on a sound bundle', () => {
  const { status, says } = verify(bundle, '--anchor', anchor, '--key', key.keyId);
  expect(says).toMatch(/^结论：通过\n/);
  expect(status).toBe(0);
});

it('names the first bad event and exits 1', () => {
  const changed = tampered(bundle, (open) =>
    open.write(
      'events.jsonl',
      open.lines('events.jsonl').map((line) => line.replace('p-leader', 'p-leaden')),
    ),
  );
  const { status, says } = verify(changed);
  expect(says).toMatch(/^结论：不通过\n第 3 个事件的内容与它的哈希不符/);
  expect(status).toBe(1);
});

it('exits 1 when the printed anchor is another', () => {
  const { status, says } = verify(bundle, '--anchor', `2:${'0'.repeat(64)}`);
  expect(says).toContain('印在纸上的存证锚点（第 2 个事件）与链不符');
  expect(status).toBe(1);
});

it('exits 1 on a bundle that was packed again, and 0 when told that it was', () => {
  const headerTouched = Uint8Array.from(bundle);
  headerTouched[10] = (headerTouched[10] ?? 0) ^ 1;
  expect(verify(headerTouched)).toMatchObject({
    status: 1,
    says: expect.stringContaining('重新打过包') as string,
  });
  expect(verify(headerTouched, '--repacked')).toMatchObject({ status: 0 });
});

it.each([
  [['--anchor', 'abc'], '--anchor abc：应为“事件数:链头”'],
  [['--key', 'abc'], '--key abc：应为 16 位十六进制的公钥编号'],
  [['--nonsense'], '用法：npm run -s verify'],
])('complains about %j in plain words and exits 1', (args, complaint) => {
  const { status, complains, says } = verify(bundle, ...args);
  expect(complains).toContain(complaint);
  expect(says).toBe('');
  expect(status).toBe(1);
});
