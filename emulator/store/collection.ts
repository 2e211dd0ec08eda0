import { readEjsonObject } from '../protocol/ejson';
import type { Document } from './document';
import { EqualityIndex } from './equality-index';
import { UniqueIndex, type Coming, type IndexDeclaration } from './unique-index';

/** One state of one document. Never changed: an update makes the next one. */
export class Version {
  private parsed: Document | undefined;

  constructor(
    /** Canonical EJSON, as it is stored and sent. */
    readonly text: string,
    /** The commit that made it. */
    readonly commit: number,
    parsed?: Document,
  ) {
    this.parsed = parsed;
  }

  /** Read only: copy before changing. */
  get document(): Document {
    this.parsed ??= readEjsonObject(this.text, 'stored document', 0);
    return this.parsed;
  }
}

/** A document's place in its collection. */
export interface Slot {
  readonly key: string;
  /** Order of insertion over the whole cloud. */
  readonly ordinal: number;
  current: Version;
}

/** Below this many documents a scan is as quick as an index. */
const WORTH_AN_INDEX = 32;
const MOST_INDEXES = 24;

/** The live documents of one collection, in the order of insertion, with indexes that appear when asked for. */
export class Collection {
  readonly slots = new Map<string, Slot>();
  private readonly indexes = new Map<string, EqualityIndex<Slot>>();
  private readonly uniqueIndexes: UniqueIndex[] = [];

  constructor(readonly name: string) {}

  /** @throws Refusal (E11000) when a unique index would be broken. Nothing has changed then. */
  refuseDuplicates(coming: readonly Coming[]): void {
    for (const index of this.uniqueIndexes) index.refuse(coming);
  }

  put(key: string, ordinal: number, version: Version): void {
    const slot = this.slots.get(key);
    if (slot) {
      this.unlist(slot);
      slot.current = version;
      this.list(slot);
    } else {
      const added: Slot = { key, ordinal, current: version };
      this.slots.set(key, added);
      this.list(added);
    }
  }

  remove(key: string): void {
    const slot = this.slots.get(key);
    if (!slot) return;
    this.unlist(slot);
    this.slots.delete(key);
  }

  /** The index over a path, built at the first use; undefined where a scan serves better. */
  indexOver(path: string): EqualityIndex<Slot> | undefined {
    const existing = this.indexes.get(path);
    if (existing) return existing;
    if (this.slots.size < WORTH_AN_INDEX || this.indexes.size >= MOST_INDEXES) return undefined;
    return this.buildIndex(path);
  }

  /** @throws Refusal (E11000) when the documents that are there already break a unique index */
  declare(declaration: IndexDeclaration): void {
    if (!declaration.unique) {
      for (const path of declaration.keys) if (!this.indexes.has(path)) this.buildIndex(path);
      return;
    }
    const index = new UniqueIndex(declaration);
    index.refuse([...this.slots.values()].map(({ key, current }) => ({ key, document: current.document })));
    for (const { key, current } of this.slots.values()) index.add(key, current.document);
    this.uniqueIndexes.push(index);
  }

  private buildIndex(path: string): EqualityIndex<Slot> {
    const index = new EqualityIndex<Slot>(path);
    for (const slot of this.slots.values()) index.add(slot, slot.current.document);
    this.indexes.set(path, index);
    return index;
  }

  private list(slot: Slot): void {
    for (const index of this.indexes.values()) index.add(slot, slot.current.document);
    for (const index of this.uniqueIndexes) index.add(slot.key, slot.current.document);
  }

  private unlist(slot: Slot): void {
    for (const index of this.indexes.values()) index.remove(slot, slot.current.document);
    for (const index of this.uniqueIndexes) index.remove(slot.key, slot.current.document);
  }
}
