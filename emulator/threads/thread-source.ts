import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

const compiled = new Map<string, string>();

/**
 * The JavaScript of a thread's own TypeScript file, compiled once a process. A thread is given its code as text, so
 * that it needs neither a build step nor the TypeScript loader of whoever starts it; the file imports only Node's
 * own modules.
 */
export function threadSource(path: string): string {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const options = { loader: 'ts', format: 'cjs', target: 'node20' } as const;
  const { code } = transformSync(readFileSync(path, 'utf8'), options);
  compiled.set(path, code);
  return code;
}
