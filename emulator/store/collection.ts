import { readEjsonObject } from '../protocol/ejson';
import type { Document } from './document';
import { EqualityIndex } from './equality-index';

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

  constructor(readonly name: string) {}

  put(key: string, ordinal: number, version: Version): void {
    const slot = this.slots.get(key);
    if (slot) {
      for (const index of this.indexes.values()) index.remove(slot, slot.current.document);
      slot.current = version;
      for (const index of this.indexes.values()) index.add(slot, version.document);
    } else {
      const added: Slot = { key, ordinal, current: version };
      this.slots.set(key, added);
      for (const index of this.indexes.values()) index.add(added, version.document);
    }
  }

  remove(key: string): void {
    const slot = this.slots.get(key);
    if (!slot) return;
    for (const index of this.indexes.values()) index.remove(slot, slot.current.document);
    this.slots.delete(key);
  }

  /** The index over a path, built at the first use; undefined where a scan serves better. */
  indexOver(path: string): EqualityIndex<Slot> | undefined {
    const existing = this.indexes.get(path);
    if (existing) return existing;
    if (this.slots.size < WORTH_AN_INDEX || this.indexes.size >= MOST_INDEXES) return undefined;
    const index = new EqualityIndex<Slot>(path);
    for (const slot of this.slots.values()) index.add(slot, slot.current.document);
    this.indexes.set(path, index);
    return index;
  }
}
