import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readStatic } from '../../devtools/static-files';
import { buildOnce } from '../../scripts/build/content-stamp';
import { readText } from './repository';

/** Plain JavaScript, since it runs before anything is installed: its types are said here. */
const { missingPackages } = jest.requireActual<{ missingPackages: (root: string) => string[] }>(
  '../../scripts/setup/ensure-installed.mjs',
);
const { missingBinaries } = jest.requireActual<{ missingBinaries: (packages: object) => unknown[] }>(
  '../../scripts/setup/complete-lock.mjs',
);
const { nodeTooOld } = jest.requireActual<{ nodeTooOld: (version: string) => string | undefined }>(
  '../../scripts/setup/node-version.mjs',
);

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'zhoudao-commands-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const write = async (file: string, content: unknown): Promise<void> => {
  const full = path.join(root, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, typeof content === 'string' ? content : JSON.stringify(content));
};

describe('a build', () => {
  let built: number;

  const build = () =>
    buildOnce({
      root,
      name: 'phone',
      inputs: ['src', 'lock.json'],
      output: 'dist/phone',
      build: async () => {
        built += 1;
        await write('dist/phone/app.js', `build ${built}`);
      },
    });

  beforeEach(async () => {
    built = 0;
    await write('src/app.ts', 'one');
  });

  it('runs once for the same contents', async () => {
    expect([await build(), await build()]).toEqual(['built', 'unchanged']);
    expect(built).toBe(1);
  });

  it('runs again when an input changes, appears or is renamed', async () => {
    await build();
    await write('src/app.ts', 'two');
    expect(await build()).toBe('built');
    await write('lock.json', '{}');
    expect(await build()).toBe('built');
    await rm(path.join(root, 'src/app.ts'));
    await write('src/main.ts', 'two');
    expect(await build()).toBe('built');
  });

  it('runs again when its output was deleted or changed by hand', async () => {
    await build();
    await write('dist/phone/app.js', 'by hand');
    expect(await build()).toBe('built');
    await rm(path.join(root, 'dist/phone'), { recursive: true });
    expect(await build()).toBe('built');
  });

  it('is not taken for done when it failed or its stamp was cut short', async () => {
    await build();
    await write('src/app.ts', 'broken');
    const failing = buildOnce({
      root,
      name: 'phone',
      inputs: ['src', 'lock.json'],
      output: 'dist/phone',
      build: () => Promise.reject(new Error('no')),
    });
    await expect(failing).rejects.toThrow('no');
    expect(await build()).toBe('built');
    await write('dist/.stamps/phone.json', '{"inp');
    expect(await build()).toBe('built');
  });
});

describe('setting up', () => {
  const lock = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } });

  it('needs everything on a fresh clone', async () => {
    await write('package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
    expect(missingPackages(root)).toEqual(['node_modules/a']);
  });

  it('needs nothing when what is installed is what the lock says, other systems’ binaries aside', async () => {
    const packages = { 'node_modules/a': { version: '1.0.0' } };
    await write(
      'package-lock.json',
      lock({ ...packages, 'node_modules/for-windows': { version: '1.0.0', os: ['win32'], optional: true } }),
    );
    await write('node_modules/.package-lock.json', lock(packages));
    await write('node_modules/a/package.json', {});
    expect(missingPackages(root)).toEqual([]);
  });

  it('sees another version, and a folder that is gone', async () => {
    await write(
      'package-lock.json',
      lock({ 'node_modules/a': { version: '2.0.0' }, 'node_modules/b': { version: '1.0.0' } }),
    );
    await write(
      'node_modules/.package-lock.json',
      lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }),
    );
    await write('node_modules/a/package.json', {});
    expect(missingPackages(root)).toEqual(['node_modules/a', 'node_modules/b']);
  });

  it('has a lock that every system can install from: after npm install, run scripts/setup/complete-lock.mjs', () => {
    const { packages } = JSON.parse(readText('package-lock.json')) as { packages: object };
    expect(missingBinaries(packages)).toEqual([]);
  });

  it('sees a binary that the lock leaves out, and one that stands there in another version', () => {
    const parent = { version: '2.0.0', optionalDependencies: { 'tool-darwin-arm64': '2.0.0' } };
    const entry = { version: '2.0.0', cpu: ['arm64'], os: ['darwin'], optional: true };
    expect(missingBinaries({ 'node_modules/tool': parent })).toEqual([
      ['node_modules/tool-darwin-arm64', entry],
    ]);
    expect(
      missingBinaries({
        'node_modules/tool': parent,
        'node_modules/tool-darwin-arm64': { version: '1.0.0' },
      }),
    ).toEqual([['node_modules/tool/node_modules/tool-darwin-arm64', entry]]);
    expect(missingBinaries({ 'node_modules/tool': parent, 'node_modules/tool-darwin-arm64': entry })).toEqual(
      [],
    );
  });

  it('tells an old Node from one that will do', () => {
    expect(nodeTooOld('18.20.4')).toContain('needs Node 20.9 or newer, and this is Node 18.20.4');
    expect(nodeTooOld('20.8.1')).toBeDefined();
    expect(nodeTooOld('20.9.0')).toBeUndefined();
    expect(nodeTooOld('22.1.0')).toBeUndefined();
  });
});

describe('the panel’s files', () => {
  it('come from their folder and from nowhere else', async () => {
    await write('public/index.html', 'page');
    await write('secret.txt', 'secret');
    const folder = path.join(root, 'public');
    expect((await readStatic(folder, '/index.html'))?.type).toBe('text/html; charset=utf-8');
    for (const way of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/a/../../secret.txt',
      '/%',
      '/\0',
    ]) {
      expect(await readStatic(folder, way)).toBeUndefined();
    }
  });
});
