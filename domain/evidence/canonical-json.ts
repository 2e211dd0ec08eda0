import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';

/**
 * JSON with one spelling for each value, so that a digest of it can be made again anywhere: no spaces, keys in
 * UTF-16 order, strings as JSON.stringify writes them, and only values that every reader reads alike. A float
 * prints differently in different languages, so numbers are safe integers: money is 分, time is milliseconds.
 */
export function canonicalJson(value: unknown): string {
  const written = tryCanonicalJson(value);
  if (written.ok) return written.value;
  const { path, reason } = written.refusal.facts;
  throw new Error(`no canonical JSON at ${path}: ${reason}`);
}

export type NotCanonical = Refusal<
  'evidence.not-canonical',
  { readonly path: string; readonly reason: NotCanonicalReason }
>;

export type NotCanonicalReason =
  | 'not a safe integer'
  | 'minus zero'
  | 'undefined'
  | 'a hole in an array'
  | 'not a JSON type'
  | 'not a plain object'
  | 'a symbol key'
  | 'a lone surrogate'
  | 'nested too deeply';

/** Like canonicalJson, for values from outside: refuses with the path of the first part that has no canonical form. */
export function tryCanonicalJson(value: unknown): Result<string, NotCanonical> {
  try {
    return ok(write(value, '$', 0));
  } catch (error) {
    if (error instanceof Unwritable)
      return refuse('evidence.not-canonical', { path: error.path, reason: error.reason });
    throw error;
  }
}

/** Deeper than any entry is; also what ends a value that contains itself. */
const DEEPEST = 64;

class Unwritable extends Error {
  constructor(
    readonly path: string,
    readonly reason: NotCanonicalReason,
  ) {
    super(`${path}: ${reason}`);
  }
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > DEEPEST) throw new Unwritable(path, 'nested too deeply');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value, path);
  if (typeof value === 'string') return writeString(value, path);
  if (value === undefined) throw new Unwritable(path, 'undefined');
  if (typeof value !== 'object') throw new Unwritable(path, 'not a JSON type');
  return Array.isArray(value) ? writeArray(value, path, depth) : writeObject(value, path, depth);
}

function writeNumber(value: number, path: string): string {
  if (!Number.isSafeInteger(value)) throw new Unwritable(path, 'not a safe integer');
  if (Object.is(value, -0)) throw new Unwritable(path, 'minus zero');
  return String(value);
}

/** With the u flag a surrogate matches only where its other half is missing. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/** Whether the text is whole characters: cutting a string in the middle of 😀 leaves half of one. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);

function writeString(value: string, path: string): string {
  if (!isWellFormed(value)) throw new Unwritable(path, 'a lone surrogate');
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], path: string, depth: number): string {
  const parts: string[] = [];
  for (let i = 0; i < value.length; i += 1) {
    if (!(i in value)) throw new Unwritable(`${path}[${i}]`, 'a hole in an array');
    parts.push(write(value[i], `${path}[${i}]`, depth + 1));
  }
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm (a test's sandbox, a worker) has a prototype without a prototype.
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain) throw new Unwritable(path, 'not a plain object');
  if (Object.getOwnPropertySymbols(value).length > 0) throw new Unwritable(path, 'a symbol key');
  const parts = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${writeString(key, path)}:${write(part, `${path}.${key}`, depth + 1)}`);
  return `{${parts.join(',')}}`;
}
