import { readEjsonObject } from '../protocol/ejson';
import { Refusal } from '../protocol/refusal';
import { Collection, Version } from './collection';
import { CommitLog } from './commit-log';
import type { Document } from './document';
import { DurableFile, type Row, type RowChange } from './durable-file';
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

/** All documents in memory, every change on disk before anybody hears of it. */
export class DocumentStore {
  readonly history = new History();
  private readonly collections = new Map<string, Collection>();
  private readonly log: CommitLog;
  private commit = 0;
  private ordinal = 0;

  private constructor(
    private readonly file: DurableFile,
    private readonly indexes: readonly IndexDeclaration[],
  ) {
    this.log = new CommitLog(file);
  }

  /** @throws Error when the directory is held, damaged, or breaks a unique index; nothing stays open then */
  static async open(directory: string, indexes: readonly IndexDeclaration[] = []): Promise<DocumentStore> {
    const { file, rows } = await DurableFile.open(directory);
    try {
      const store = new DocumentStore(file, indexes);
      store.load(rows);
      return store;
    } catch (thrown) {
      await file.close();
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
    this.log.refuseWhenBroken();
    this.declareIndexes(this.own(name));
    const row = { collection: COLLECTIONS, key: name, ordinal: ++this.ordinal, text: '{}' };
    this.log.append(++this.commit, [row]);
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
    this.log.refuseWhenBroken();
    this.refuseDuplicates(changes);
    this.commit += 1;
    this.log.append(
      this.commit,
      changes.map((change) => this.applyOne(change)),
    );
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

  /**
   * Resolves when everything applied so far is on disk; undefined when it already is.
   * @throws Refusal, at once or later, when the disk failed
   */
  settled(): Promise<void> | undefined {
    return this.log.reached(this.commit);
  }

  /** Resolves when all of these versions are on disk; undefined when they already are. */
  durable(versions: readonly { readonly commit: number }[]): Promise<void> | undefined {
    return this.log.reached(versions.reduce((latest, { commit }) => Math.max(latest, commit), 0));
  }

  /** Writes everything applied so far into a new file. */
  async copyTo(path: string): Promise<void> {
    await this.log.settled();
    await this.file.copyTo(path);
  }

  async close(): Promise<void> {
    await this.log.settled();
    await this.file.close();
  }

  private applyOne(change: Change): RowChange {
    const collection = this.own(change.collection);
    const before = collection.slots.get(change.key);
    this.history.supersede(change.collection, change.key, before?.current, this.commit);
    const ordinal = before?.ordinal ?? ++this.ordinal;
    if (change.text === null) collection.remove(change.key);
    else collection.put(change.key, ordinal, new Version(change.text, this.commit, change.document));
    return { collection: change.collection, key: change.key, ordinal, text: change.text };
  }

  private load(rows: readonly Row[]): void {
    for (const row of rows) {
      this.ordinal = Math.max(this.ordinal, row.ordinal);
      if (row.collection === COLLECTIONS) this.own(row.key);
      else this.own(row.collection).put(row.key, row.ordinal, new Version(row.text, 0));
    }
    for (const name of this.collectionNames()) this.declareIndexes(this.collection(name));
  }

  private declareIndexes(collection: Collection): void {
    for (const index of this.indexes) if (index.collection === collection.name) collection.declare(index);
  }
}
