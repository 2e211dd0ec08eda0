import { randomBytes } from 'node:crypto';
import { LIMITS } from '../protocol/limits';
import { Refusal } from '../protocol/refusal';
import type { Document } from './document';
import type { Change, DocumentStore } from './document-store';

/** What a transaction has written so far, seen by itself only until it commits. */
interface OwnWrite {
  readonly collection: string;
  readonly key: string;
  readonly text: string | null;
  readonly document?: Document;
}

class Transaction {
  readonly id = randomBytes(16).toString('hex');
  readonly writes = new Map<string, OwnWrite>();
  /** Fixed by the first operation, as in MongoDB. */
  snapshot: number | undefined;
  /** Resolves when it has committed or been given up: those who wait for its documents go on. */
  readonly ended: Promise<void>;
  readonly end: () => void;

  constructor(readonly startedAt: number) {
    let end: () => void = () => undefined;
    this.ended = new Promise((resolve) => (end = resolve));
    this.end = end;
  }
}

const conflict = (): Refusal =>
  new Refusal('DATABASE_TRANSACTION_CONFLICT', '[ResourceUnavailable.TransactionConflict] Write conflict');

const notRunning = (id: string): Refusal =>
  new Refusal(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction ${id} does not exist: it has ended, failed or been running for more than ${LIMITS.transactionSeconds} seconds`,
  );

/**
 * Snapshot isolation as MongoDB has it: reads see the first operation's moment and the transaction's own
 * writes; the first to write a document holds it; a second transaction that writes it fails at once;
 * writes outside transactions wait. Any failed operation ends its transaction.
 */
export class Transactions {
  private readonly running = new Map<string, Transaction>();
  private readonly holders = new Map<string, Transaction>();

  constructor(
    private readonly store: DocumentStore,
    private readonly now: () => number,
  ) {}

  start(): string {
    this.expire();
    const transaction = new Transaction(this.now());
    this.running.set(transaction.id, transaction);
    const timer = setTimeout(() => this.expire(), LIMITS.transactionSeconds * 1000 + 1);
    timer.unref();
    void transaction.ended.then(() => clearTimeout(timer));
    return transaction.id;
  }

  /** Runs one operation inside; when it throws, the transaction is over. */
  within<T>(id: string, operation: (view: TransactionView) => T): T {
    const transaction = this.find(id);
    try {
      if (transaction.snapshot === undefined) {
        transaction.snapshot = this.store.latestCommit;
        this.store.history.keep(id, transaction.snapshot);
      }
      return operation(new TransactionView(this.store, this.holders, transaction, transaction.snapshot));
    } catch (thrown) {
      this.finish(transaction);
      throw thrown;
    }
  }

  commit(id: string): void {
    const transaction = this.find(id);
    try {
      const changes = [...transaction.writes.values()];
      if (changes.length > 0) this.store.apply(changes);
    } finally {
      this.finish(transaction);
    }
  }

  abort(id: string): void {
    this.finish(this.find(id));
  }

  /** Resolves when no transaction holds any of the documents; undefined when none does now. */
  release(collection: string, keys: Iterable<string>): Promise<void> | undefined {
    if (this.holders.size === 0) return undefined;
    this.expire();
    for (const key of keys) {
      const holder = this.holders.get(`${collection}\0${key}`);
      if (holder) return holder.ended;
    }
    return undefined;
  }

  /** Ends what has been running too long. */
  expire(): void {
    const oldest = this.now() - LIMITS.transactionSeconds * 1000;
    for (const transaction of this.running.values())
      if (transaction.startedAt < oldest) this.finish(transaction);
  }

  private find(id: string): Transaction {
    this.expire();
    const transaction = this.running.get(id);
    if (!transaction) throw notRunning(id);
    return transaction;
  }

  private finish(transaction: Transaction): void {
    this.running.delete(transaction.id);
    for (const place of transaction.writes.keys()) this.holders.delete(place);
    this.store.history.forget(transaction.id);
    transaction.end();
  }
}

/** The cloud as one transaction sees it. */
export class TransactionView {
  constructor(
    private readonly store: DocumentStore,
    private readonly holders: Map<string, Transaction>,
    private readonly transaction: Transaction,
    private readonly snapshot: number,
  ) {}

  read(collection: string, key: string): { text: string; document: Document; commit?: number } | undefined {
    const own = this.transaction.writes.get(`${collection}\0${key}`);
    if (own)
      return own.text === null || !own.document ? undefined : { text: own.text, document: own.document };
    const current = this.store.collection(collection).slots.get(key)?.current;
    return this.store.history.versionAt(collection, key, this.snapshot, current);
  }

  /** @throws DATABASE_TRANSACTION_CONFLICT when another transaction holds it or it changed after the snapshot */
  write(change: Change): void {
    const place = `${change.collection}\0${change.key}`;
    const holder = this.holders.get(place);
    if (holder && holder !== this.transaction) throw conflict();
    if (this.store.history.changedAfter(change.collection, change.key, this.snapshot)) throw conflict();
    this.store.refuseDuplicates([change]);
    this.holders.set(place, this.transaction);
    this.transaction.writes.set(place, change);
  }
}
