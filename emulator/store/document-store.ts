import { databaseFailed, Refusal, reasonOf } from '../protocol/refusal';
import { Collection, Version } from './collection';
import type { Document } from './document';
import { DurableFile, type RowChange } from './durable-file';
import { readEjsonObject } from '../protocol/ejson';
import { History } from './history';
import type { IndexDeclaration } from './unique-index';

/** One document's next state; without text it is removed. */
export interface Change {
  readonly collection: string;
  readonly key: string;
  readonly text: string | null;
  /** What the text says, where it is at hand; it must not be changed afterwards. */
  readonly document?: Document;
}

/** Rows of this name record which collections exist, so that an empty one survives. */
const COLLECTIONS = '$collections';

/**
 * All documents in memory, every change on disk before anybody hears of it.
 * Changes made in one turn of the event loop share one commit of the file.
 */
export class DocumentStore {
  readonly history = new History();
  private readonly collections = new Map<string, Collection>();
  private commit = 0;
  private ordinal = 0;
  private readonly unwritten = new Map<string, RowChange>();
  private flushing: Promise<void> | undefined;
  private broken: string | undefined;

  private constructor(
    private readonly file: DurableFile,
    private readonly indexes: readonly IndexDeclaration[],
  ) {}

  /** @throws Error when the directory is held, damaged, or breaks a unique index; nothing stays open then */
  static open(directory: string, indexes: readonly IndexDeclaration[] = []): DocumentStore {
    const file = DurableFile.open(directory);
    try {
      const store = new DocumentStore(file, indexes);
      store.load();
      return store;
    } catch (thrown) {
      file.close();
      throw thrown;
    }
  }

  /** The number of the latest commit; a snapshot is "everything up to this one". */
  get latestCommit(): number {
    return this.commit;
  }

  collectionNames(): string[] {
    return [...this.collections.keys()].filter((name) => !name.startsWith('$'));
  }

  /** @throws DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    const collection = this.collections.get(name);
    if (!collection)
      throw new Refusal(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: "${name}". Create the collection first.`,
      );
    return collection;
  }

  has(name: string): boolean {
    return this.collections.has(name);
  }

  createCollection(name: string): void {
    this.declareIndexes(this.own(name));
    this.remember({ collection: COLLECTIONS, key: name, ordinal: ++this.ordinal, text: '{}' });
  }

  /** A collection of the cloud's own, out of reach of the protocol. The name begins with `$`. */
  own(name: string): Collection {
    const existing = this.collections.get(name);
    if (existing) return existing;
    const made = new Collection(name);
    this.collections.set(name, made);
    return made;
  }

  /**
   * Makes all changes visible at once. They are durable when `settled()` resolves.
   * @throws Refusal (E11000) when a unique index would be broken. Nothing has changed then.
   */
  apply(changes: readonly Change[]): void {
    if (this.broken) throw databaseFailed(this.broken);
    this.refuseDuplicates(changes);
    this.commit += 1;
    for (const change of changes) {
      const collection = this.collections.get(change.collection) ?? this.own(change.collection);
      const before = collection.slots.get(change.key);
      this.history.supersede(change.collection, change.key, before?.current, this.commit);
      const ordinal = before?.ordinal ?? ++this.ordinal;
      if (change.text === null) collection.remove(change.key);
      else collection.put(change.key, ordinal, new Version(change.text, this.commit, change.document));
      this.remember({ collection: change.collection, key: change.key, ordinal, text: change.text });
    }
  }

  refuseDuplicates(changes: readonly Change[]): void {
    if (this.indexes.length === 0) return;
    for (const name of new Set(changes.map(({ collection }) => collection))) {
      const coming = changes
        .filter(({ collection }) => collection === name)
        .map(({ key, text, document }) => ({
          key,
          document: text === null ? null : (document ?? readEjsonObject(text, 'document', 0)),
        }));
      this.collections.get(name)?.refuseDuplicates(coming);
    }
  }

  /** Resolves when everything applied so far is on disk; at once when it already is. */
  settled(): Promise<void> | undefined {
    if (this.broken) throw databaseFailed(this.broken);
    return this.flushing;
  }

  /** Writes everything applied so far into a new file. */
  async copyTo(path: string): Promise<void> {
    await this.flushing;
    this.file.copyTo(path);
  }

  async close(): Promise<void> {
    await this.flushing;
    this.file.close();
  }

  private load(): void {
    for (const row of this.file.rows()) {
      this.ordinal = Math.max(this.ordinal, row.ordinal);
      if (row.collection === COLLECTIONS) this.own(row.key);
      else this.own(row.collection).put(row.key, row.ordinal, new Version(row.text, 0));
    }
    for (const name of this.collectionNames()) this.declareIndexes(this.collection(name));
  }

  private declareIndexes(collection: Collection): void {
    for (const index of this.indexes) if (index.collection === collection.name) collection.declare(index);
  }

  private remember(change: RowChange): void {
    this.unwritten.set(`${change.collection}\0${change.key}`, change);
    this.flushing ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          this.flush();
          resolve();
        } catch (thrown) {
          reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
        }
      });
    });
    // Whoever waits hears of it; without anybody waiting `broken` tells the next one.
    this.flushing.catch(() => undefined);
  }

  /** A failed write leaves memory ahead of the disk, so nothing more is answered until a restart. */
  private flush(): void {
    const changes = [...this.unwritten.values()];
    this.unwritten.clear();
    this.flushing = undefined;
    try {
      this.file.write(changes);
    } catch (thrown) {
      this.broken = `the cloud could not write its file (${reasonOf(thrown)}); restart it`;
      throw databaseFailed(this.broken);
    }
  }
}
