import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface StampedBuild {
  readonly root: string;
  /** The stamp's name: 'h5', 'functions'. */
  readonly name: string;
  /** Files and folders, relative to root, whose contents decide the result. Missing ones count as empty. */
  readonly inputs: readonly string[];
  /** Whatever else decides the result: a mode, a flag. */
  readonly settings?: string;
  /** The folder, relative to root, that the build writes. */
  readonly output: string;
  readonly build: () => Promise<void>;
}

interface Stamp {
  readonly inputs: string;
  readonly output: string;
}

/**
 * Builds unless the inputs and the output are, by content, what the last build left: a second `npm start` has
 * nothing to build, and a half-written or hand-changed output is never taken for a good one.
 */
export const buildOnce = async (plan: StampedBuild): Promise<'built' | 'unchanged'> => {
  const stampFile = path.join(plan.root, 'dist', '.stamps', `${plan.name}.json`);
  const inputs = await digest(plan.root, plan.inputs, plan.settings ?? '');
  const before = await readStamp(stampFile);
  if (before?.inputs === inputs && before.output === (await digest(plan.root, [plan.output], ''))) {
    return 'unchanged';
  }
  await rm(stampFile, { force: true });
  await plan.build();
  const stamp: Stamp = { inputs, output: await digest(plan.root, [plan.output], '') };
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, JSON.stringify(stamp));
  return 'built';
};

const readStamp = async (file: string): Promise<Stamp | undefined> => {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stamp;
  } catch {
    return undefined; // A stamp cut short by a kill is no stamp.
  }
};

/** One hash over the names and contents of everything under `places`. */
export const digest = async (root: string, places: readonly string[], settings: string): Promise<string> => {
  const hash = createHash('sha256').update(settings);
  for (const place of places) {
    for (const file of await filesUnder(path.join(root, place))) {
      const bytes = await readFile(file);
      hash.update(`\n${path.relative(root, file).split(path.sep).join('/')} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
};

/** Every file under a place, sorted by name; a file is itself; nothing where there is nothing. */
const filesUnder = async (place: string): Promise<string[]> => {
  if (!existsSync(place)) return [];
  if ((await stat(place)).isFile()) return [place];
  const entries = (await readdir(place, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(entries.map((entry) => filesUnder(path.join(place, entry.name))));
  return found.flat();
};
