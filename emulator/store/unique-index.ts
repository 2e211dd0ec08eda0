import { isPlainObject, type Document } from './document';
import { duplicateKey } from './duplicate-key';
import { writeEjson } from '../protocol/ejson';

/** An index as it would be made in the console. A unique one counts a missing field as null. */
export interface IndexDeclaration {
  readonly collection: string;
  /** Paths, in order. */
  readonly keys: readonly string[];
  readonly unique: boolean;
  /** Default: the paths joined, as in `userId_1_day_1`. */
  readonly name?: string;
}

/** A document that is about to be stored, or, as null, removed. */
export interface Coming {
  readonly key: string;
  readonly document: Document | null;
}

/** Who holds which combination of values. */
export class UniqueIndex {
  private readonly holders = new Map<string, string>();
  private readonly name: string;

  constructor(private readonly declaration: IndexDeclaration) {
    this.name = declaration.name ?? declaration.keys.map((path) => `${path}_1`).join('_');
  }

  /** @throws DATABASE_REQUEST_FAILED (E11000) when two documents would hold the same */
  refuse(coming: readonly Coming[]): void {
    const moving = new Set(coming.map(({ key }) => key));
    const taken = new Map<string, string>();
    for (const { key, document } of coming) {
      if (!document) continue;
      for (const value of this.valuesOf(document)) {
        const settled = this.holders.get(value);
        const holder =
          taken.get(value) ?? (settled !== undefined && moving.has(settled) ? undefined : settled);
        if (holder !== undefined && holder !== key) throw this.duplicate(value);
        taken.set(value, key);
      }
    }
  }

  add(key: string, document: Document): void {
    for (const value of this.valuesOf(document)) this.holders.set(value, key);
  }

  remove(key: string, document: Document): void {
    for (const value of this.valuesOf(document))
      if (this.holders.get(value) === key) this.holders.delete(value);
  }

  /** One combination, or several where a path leads to an array. */
  private valuesOf(document: Document): Set<string> {
    let combinations: unknown[][] = [[]];
    for (const path of this.declaration.keys) {
      const values = valuesAt(document, path.split('.'));
      combinations = combinations.flatMap((before) => values.map((value) => [...before, value]));
    }
    return new Set(combinations.map((combination) => writeEjson(combination)));
  }

  private duplicate(value: string): Error {
    const parts = JSON.parse(value) as unknown[];
    const key = Object.fromEntries(this.declaration.keys.map((path, index) => [path, parts[index]]));
    return duplicateKey(this.declaration.collection, this.name, key);
  }
}

function valuesAt(node: unknown, segments: readonly string[]): unknown[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return Array.isArray(node) && node.length > 0 ? node : [node ?? null];
  if (Array.isArray(node)) return node.length > 0 ? node.flatMap((item) => valuesAt(item, segments)) : [null];
  return isPlainObject(node) ? valuesAt(node[segment], rest) : [null];
}
