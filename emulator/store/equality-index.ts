import type { Document } from './document';
import { isPlainObject } from './document';
import { equalityKey } from './document-key';

/** Finds the holders of a value at a path without reading the others. Several values where arrays are crossed. */
export class EqualityIndex<Holder> {
  private readonly holders = new Map<string, Set<Holder>>();
  private readonly segments: string[];

  constructor(readonly path: string) {
    this.segments = path.split('.');
  }

  add(holder: Holder, document: Document): void {
    for (const key of this.keysOf(document)) {
      const set = this.holders.get(key);
      if (set) set.add(holder);
      else this.holders.set(key, new Set([holder]));
    }
  }

  remove(holder: Holder, document: Document): void {
    for (const key of this.keysOf(document)) {
      const set = this.holders.get(key);
      set?.delete(holder);
      if (set?.size === 0) this.holders.delete(key);
    }
  }

  /** Everyone who has one of the values. A superset is allowed: the query still judges each. */
  withAnyOf(keys: readonly string[]): Set<Holder> {
    const [only] = keys;
    if (keys.length === 1 && only !== undefined) return this.holders.get(only) ?? new Set();
    const found = new Set<Holder>();
    for (const key of keys) for (const holder of this.holders.get(key) ?? []) found.add(holder);
    return found;
  }

  private keysOf(document: Document): Set<string> {
    const keys = new Set<string>();
    collect(document, this.segments, 0, keys);
    return keys;
  }
}

function collect(node: unknown, segments: readonly string[], depth: number, keys: Set<string>): void {
  if (depth === segments.length) {
    const key = equalityKey(node);
    if (key !== undefined) keys.add(key);
    else if (Array.isArray(node)) for (const item of node) collect(item, segments, depth, keys);
    return;
  }
  const segment = segments[depth] ?? '';
  if (Array.isArray(node)) {
    for (const item of node) collect(item, segments, depth, keys);
    if (/^\d+$/.test(segment)) collect(node[Number(segment)], segments, depth + 1, keys);
  } else if (isPlainObject(node)) {
    collect(node[segment], segments, depth + 1, keys);
  }
}
