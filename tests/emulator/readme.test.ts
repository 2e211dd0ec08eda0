import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(60_000);
const ROOT = join(__dirname, '../..');

test('the ten lines of the README do what they say', async () => {
  const readme = readFileSync(join(ROOT, 'emulator/README.md'), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(
    example
      .trim()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('import')),
  ).toHaveLength(9);
  const project = mkdtempSync(join(tmpdir(), 'local-cloud-readme-'));
  try {
    for (const name of ['emulator', 'node_modules'])
      symlinkSync(join(ROOT, name), join(project, name), 'junction');
    writeFileSync(join(project, 'example.mts'), example);
    const run = async () =>
      (await promisify(execFile)(process.execPath, ['--import', 'tsx', 'example.mts'], { cwd: project }))
        .stdout;
    expect(await run()).toMatch(/^你好，李雷\n\{\s+id: '[0-9a-f]{32}',\s+requestId: '\w+'\s+\}\n$/);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});
