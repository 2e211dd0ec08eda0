import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { reasonOf } from '../protocol/refusal';

/** One row of the file. `ordinal` keeps the order of insertion; `text` is canonical EJSON. */
export interface Row {
  readonly collection: string;
  readonly key: string;
  readonly ordinal: number;
  readonly text: string;
}

/** A row to store, or, without text, a row to forget. */
export interface RowChange {
  readonly collection: string;
  readonly key: string;
  readonly ordinal: number;
  readonly text: string | null;
}

export const DATABASE_FILE = 'cloud.db';
const MARK_FILE = 'cloud-format.json';
const FORMAT = 1;

/**
 * The SQLite file under the cloud. One process holds it; a change is on disk when `write` returns.
 * Every row carries a digest, so that a damaged file is refused instead of being believed.
 */
export class DurableFile {
  private constructor(private readonly database: Database.Database) {}

  /** @throws when another cloud holds the directory, or when the file is damaged; the message says which. */
  static open(directory: string): DurableFile {
    mkdirSync(directory, { recursive: true });
    const path = join(directory, DATABASE_FILE);
    refuseVanishedFile(directory, path);
    try {
      const database = new Database(path);
      database.prepare('PRAGMA locking_mode = EXCLUSIVE').all();
      database.prepare('PRAGMA journal_mode = WAL').all();
      database.exec('PRAGMA synchronous = FULL');
      database.exec(
        'CREATE TABLE IF NOT EXISTS documents (collection TEXT NOT NULL, key TEXT NOT NULL,' +
          ' ordinal INTEGER NOT NULL, text TEXT NOT NULL, digest TEXT NOT NULL,' +
          ' PRIMARY KEY (collection, key)) WITHOUT ROWID',
      );
      database.exec('BEGIN IMMEDIATE; COMMIT');
      refuseDamage(database, path);
      markDirectory(directory);
      return new DurableFile(database);
    } catch (thrown) {
      throw openingFault(path, thrown);
    }
  }

  /** All rows in the order of insertion. */
  rows(): Row[] {
    const rows = this.database
      .prepare('SELECT collection, key, ordinal, text, digest FROM documents ORDER BY ordinal')
      .all() as (Row & { digest: string })[];
    for (const row of rows) {
      if (row.digest !== digestOf(row.text))
        throw new Error(
          `${DATABASE_FILE} is damaged: the document ${row.key} of "${row.collection}" does not match its digest`,
        );
    }
    return rows;
  }

  /** Stores all changes or none; they survive a killed process once this returns. */
  write(changes: Iterable<RowChange>): void {
    const put = this.putStatement();
    const forget = this.forgetStatement();
    this.database.exec('BEGIN IMMEDIATE');
    try {
      for (const { collection, key, ordinal, text } of changes) {
        if (text === null) forget.run(collection, key);
        else put.run(collection, key, ordinal, text, digestOf(text));
      }
      this.database.exec('COMMIT');
    } catch (thrown) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw thrown;
    }
  }

  /** A copy of everything committed. The file is not opened a second time: closing that would drop the lock. */
  copyTo(path: string): void {
    this.database.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
  }

  /** Leaves one plain file behind and lets go of the lock (statements alone would keep it until collected). */
  close(): void {
    this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    this.database.prepare('PRAGMA journal_mode = DELETE').all();
    this.database.prepare('PRAGMA locking_mode = NORMAL').all();
    this.database.prepare('SELECT count(*) FROM documents').all();
    this.database.close();
  }

  private put: Database.Statement | undefined;
  private putStatement(): Database.Statement {
    this.put ??= this.database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)');
    return this.put;
  }

  private forget: Database.Statement | undefined;
  private forgetStatement(): Database.Statement {
    this.forget ??= this.database.prepare('DELETE FROM documents WHERE collection = ? AND key = ?');
    return this.forget;
  }
}

const digestOf = (text: string): string => createHash('sha1').update(text).digest('base64').slice(0, 12);

/** An empty file opens as an empty database: the mark beside it tells a new directory from a lost one. */
function refuseVanishedFile(directory: string, path: string): void {
  if (!existsSync(join(directory, MARK_FILE))) return;
  if (!existsSync(path) || statSync(path).size === 0)
    throw new Error(
      `${path} is missing or empty although this directory has held a cloud. Load a snapshot, or delete the directory to begin anew.`,
    );
}

function markDirectory(directory: string): void {
  const mark = join(directory, MARK_FILE);
  if (!existsSync(mark)) writeFileSync(mark, `${JSON.stringify({ format: FORMAT })}\n`);
}

function refuseDamage(database: Database.Database, path: string): void {
  const verdict = database.prepare('PRAGMA quick_check').all() as { quick_check: string }[];
  if (verdict.length !== 1 || verdict[0]?.quick_check !== 'ok')
    throw new Error(`${path} is damaged (${verdict[0]?.quick_check ?? 'no verdict'})`);
}

function openingFault(path: string, thrown: unknown): Error {
  const reason = reasonOf(thrown);
  if (/locked|busy/i.test(reason))
    return new Error(`${path} is held by another local cloud. Stop that one, or choose another directory.`);
  if (/is damaged/.test(reason))
    return new Error(`${reason}. Nothing was changed. Load a snapshot, or delete it.`);
  return new Error(
    `${path} is damaged or not a local cloud (${reason}). Nothing was changed. Load a snapshot, or delete it.`,
  );
}
