import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What WeChat would have downloaded: paths with forward slashes, from the package's root. */
export interface ProgramFiles {
  has(file: string): boolean;
  /** @throws Error naming the file when it is missing */
  text(file: string): string;
  bytes(file: string): Buffer;
  /** Every path, sorted. */
  list(): readonly string[];
}

/** A built package on disk. @throws Error when the folder holds no app.json */
export function filesInFolder(folder: string): ProgramFiles {
  const inside = (file: string) => path.join(folder, ...file.split('/'));
  const isFile = (place: string) => statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
  if (!isFile(inside('app.json')))
    throw new Error(`${folder} holds no app.json: build the mini-program first (npm run build:weapp).`);
  return {
    has: (file) => isFile(inside(file)),
    text: (file) => readFileSync(existing(file, isFile(inside(file)), inside), 'utf8'),
    bytes: (file) => readFileSync(existing(file, isFile(inside(file)), inside)),
    list: () =>
      (readdirSync(folder, { recursive: true }) as string[])
        .filter((file) => isFile(path.join(folder, file)))
        .map((file) => file.split(path.sep).join('/'))
        .sort(),
  };
}

/** A package written inside a test: an object becomes JSON. */
export function filesOf(contents: Readonly<Record<string, string | object>>): ProgramFiles {
  const texts = new Map(
    Object.entries(contents).map(([file, content]) => [
      file,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  const text = (file: string) => texts.get(existing(file, texts.has(file), (name) => name)) ?? '';
  return {
    has: (file) => texts.has(file),
    text,
    bytes: (file) => Buffer.from(text(file)),
    list: () => [...texts.keys()].sort(),
  };
}

function existing(file: string, found: boolean, place: (file: string) => string): string {
  if (!found) throw new Error(`the package has no file ${file}`);
  return place(file);
}
