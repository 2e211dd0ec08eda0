import { unzipSync } from 'fflate';
import type { z } from 'zod';
import { BUNDLE_PATHS } from '@domain/evidence/bundle';
import type { Bundle } from '@domain/evidence/bundle';
import { tryCanonicalJson } from '@domain/evidence/canonical-json';
import { ok } from '@domain/result';
import type { Digest } from '@domain/evidence/digest';
import { BUNDLE_SHAPES } from './bundle-shapes';
import { sha256Bytes } from './digests';
import { packed } from './write-bundle';

/** Why a bundle cannot even be read. `line` counts from 1. */
export type Unreadable =
  | { readonly kind: 'not a zip' }
  | { readonly kind: 'too large' }
  | { readonly kind: 'bad file name'; readonly path: string }
  | { readonly kind: 'file twice'; readonly path: string }
  | { readonly kind: 'file missing'; readonly path: string }
  | {
      readonly kind: 'bad line';
      readonly path: string;
      readonly line: number;
      readonly reason: 'not UTF-8' | 'not JSON' | 'not canonical' | 'another shape' | 'not one line';
    };

export interface BundleRead {
  readonly ok: true;
  readonly value: Bundle;
  /** Whether the zip is packed as it was exported; not so once somebody unpacked and packed it again. */
  readonly originalPacking: boolean;
}

/** No way out of the folder, nothing hidden, no name that JavaScript objects treat specially. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9-]*(\/[A-Za-z0-9-]+)*(\.[A-Za-z0-9-]+)*$/;
const MOST_FILES = 2000;
const MOST_BYTES = 512 * 1024 * 1024;

/** Opens a zip from a stranger: bounded, strict, and never trusting a name or a size in it. */
export function readBundle(
  zip: Uint8Array,
): BundleRead | { readonly ok: false; readonly unreadable: Unreadable } {
  try {
    const files = unpack(zip);
    const read = <Path extends keyof typeof BUNDLE_SHAPES>(path: Path) => parse(files, path);
    const digests = new Map<string, Digest>();
    for (const [path, bytes] of files)
      if (path !== BUNDLE_PATHS.manifest && path !== BUNDLE_PATHS.seal) digests.set(path, sha256Bytes(bytes));
    const value: Bundle = {
      genesis: one(read('genesis'), 'genesis'),
      events: read('events'),
      checkpoints: read('checkpoints'),
      keys: read('keys'),
      personal: read('personal'),
      documents: read('documents'),
      manifest: one(read('manifest'), 'manifest'),
      seal: one(read('seal'), 'seal'),
      files: digests,
    };
    return { ...ok(value), originalPacking: Buffer.from(packed(files)).equals(zip) };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, unreadable: error.why };
    throw error;
  }
}

class Stop extends Error {
  constructor(readonly why: Unreadable) {
    super(why.kind);
  }
}

function unpack(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const seen = new Set<string>();
  let bytes = 0;
  try {
    const files = unzipSync(zip, {
      filter({ name, originalSize, size }) {
        if (!FILE_NAME.test(name)) throw new Stop({ kind: 'bad file name', path: name });
        if (seen.has(name)) throw new Stop({ kind: 'file twice', path: name });
        seen.add(name);
        bytes += Math.max(originalSize, size);
        if (seen.size > MOST_FILES || bytes > MOST_BYTES) throw new Stop({ kind: 'too large' });
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    throw error instanceof Stop ? error : new Stop({ kind: 'not a zip' });
  }
}

type Shapes = typeof BUNDLE_SHAPES;

/** The values of a file, one a line, each spelt exactly as it is hashed. */
function parse<Name extends keyof Shapes>(
  files: ReadonlyMap<string, Uint8Array>,
  name: Name,
): z.infer<Shapes[Name]>[] {
  const path = BUNDLE_PATHS[name];
  const bytes = files.get(path);
  if (!bytes) throw new Stop({ kind: 'file missing', path });
  const stop = (line: number, reason: Extract<Unreadable, { kind: 'bad line' }>['reason']) =>
    new Stop({ kind: 'bad line', path, line, reason });
  const text = decode(bytes);
  if (text === null) throw stop(badUtf8Line(bytes), 'not UTF-8');
  const lines = text.split('\n');
  if (lines.pop() !== '') throw stop(lines.length + 1, 'not one line');
  return lines.map((line, index) => {
    const value = parsedJson(line);
    if (value === undefined) throw stop(index + 1, 'not JSON');
    const canonical = tryCanonicalJson(value);
    if (!canonical.ok || canonical.value !== line) throw stop(index + 1, 'not canonical');
    const shaped = BUNDLE_SHAPES[name].safeParse(value);
    if (!shaped.success) throw stop(index + 1, 'another shape');
    return shaped.data as z.infer<Shapes[Name]>;
  });
}

function one<Value>(values: readonly Value[], name: keyof Shapes): Value {
  const [value] = values;
  if (value === undefined || values.length > 1)
    throw new Stop({
      kind: 'bad line',
      path: BUNDLE_PATHS[name],
      line: values.length,
      reason: 'not one line',
    });
  return value;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Lines before the first one that is no UTF-8, plus one: a line feed is never part of another character. */
function badUtf8Line(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const feed = bytes.indexOf(10, from);
    const to = feed < 0 ? bytes.length : feed;
    if (decode(bytes.subarray(from, to)) === null) return line;
    from = to + 1;
  }
  return line;
}

/** undefined when it is no JSON: JSON itself has no undefined. */
function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
