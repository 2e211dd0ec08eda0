import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Unable, command, say, seconds } from './command';
import { mutate, type Mutation } from './mutations/mutation';
import { ROOT, inRoot } from './root';
import { runTool, toolScript } from './run-tool';

const SUFFIX = '.mutations.ts';

const committed = async (words: readonly string[]): Promise<Mutation[]> => {
  const folder = inRoot('tests', 'mutations');
  const files = (await readdir(folder)).filter((file) => file.endsWith(SUFFIX)).sort();
  const chosen = files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  if (chosen.length === 0) throw new Unable(`No mutations of that name. There are: ${files.join(', ')}.`);
  const lists = await Promise.all(
    chosen.map(
      async (file) =>
        ((await import(path.join(folder, file))) as { mutations: readonly Mutation[] }).mutations,
    ),
  );
  return lists.flat();
};

/** A copy of the working tree to break things in; the packages and the builds are the original's. */
const copyOfTheTree = async (): Promise<string> => {
  const copy = await mkdtemp(path.join(tmpdir(), 'zhoudao-mutations-'));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  }).split('\0');
  for (const file of files.filter((name) => name !== '' && existsSync(inRoot(name)))) {
    await mkdir(path.dirname(path.join(copy, file)), { recursive: true });
    await cp(inRoot(file), path.join(copy, file));
  }
  for (const folder of ['node_modules', 'dist']) {
    if (existsSync(inRoot(folder))) await symlink(inRoot(folder), path.join(copy, folder), 'junction');
  }
  return copy;
};

const passes = async (copy: string, test: string): Promise<{ passed: boolean; output: string }> => {
  const { code, output } = await runTool(
    toolScript('jest', 'bin/jest.js'),
    [
      '--rootDir',
      copy,
      '--config',
      path.join(copy, 'jest.config.mjs'),
      '--runTestsByPath',
      path.join(copy, test),
    ],
    { output: 'kept', env: { TZ: 'UTC', NODE_ENV: 'test' } },
  );
  return { passed: code === 0, output };
};

/** A fault that stops the file from loading proves nothing about the test. */
const ranAndFailed = (output: string): boolean =>
  /^Tests:.*\b[1-9]\d* failed/m.test(output) && !/Test suite failed to run/.test(output);

const prove = async (copy: string, mutation: Mutation): Promise<boolean> => {
  const target = path.join(copy, mutation.file);
  const sound = await readFile(target, 'utf8');
  await writeFile(target, mutate(sound, mutation));
  try {
    const { output } = await passes(copy, mutation.test);
    const caught = ranAndFailed(output);
    say(`${caught ? 'caught ' : 'MISSED '} ${mutation.breaks} (${mutation.test})`);
    if (!caught) say(output);
    return caught;
  } finally {
    await writeFile(target, sound);
  }
};

/**
 * `npm run mutations`, or `npm run mutations -- emulator` for one list. Each committed fault is put into a copy of
 * the tree, and its test must turn red there; before that, the test must be green without it.
 */
command(__filename, async () => {
  const began = performance.now();
  const mutations = await committed(process.argv.slice(2));
  const copy = await copyOfTheTree();
  try {
    for (const test of new Set(mutations.map((mutation) => mutation.test))) {
      const { passed, output } = await passes(copy, test);
      if (!passed) throw new Unable(`${output}\n${test} fails without any fault: see above.`);
    }
    const results: boolean[] = [];
    for (const mutation of mutations) results.push(await prove(copy, mutation));
    const caught = results.filter(Boolean).length;
    process.stdout.write(
      `${caught} of ${results.length} faults caught in ${seconds(performance.now() - began)}\n`,
    );
    return caught === results.length ? 0 : 1;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});
