/** Holds the SQLite file in a thread, where waiting for the disk holds up nobody. See threads/thread-source.ts. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type LibsqlDatabase from 'libsql';

interface Start {
  readonly directory: string;
  readonly databaseFile: string;
  /** Where the SQLite library is: a thread that is given its code as text has no place to look from. */
  readonly libsqlPath: string;
}

interface Row {
  readonly collection: string;
  readonly key: string;
  readonly ordinal: number;
  readonly text: string | null;
}

interface StoredRow extends Row {
  readonly text: string;
  readonly digest: string;
}

type Task =
  | { readonly do: 'open' }
  | { readonly do: 'write'; readonly rows: readonly Row[] }
  | { readonly do: 'copy'; readonly path: string }
  | { readonly do: 'close' };

const MARK_FILE = 'cloud-format.json';
const FORMAT = 1;

const { directory, databaseFile, libsqlPath } = workerData as Start;
// eslint-disable-next-line @typescript-eslint/no-require-imports -- by its path, see above
const Database = require(libsqlPath) as typeof LibsqlDatabase;
const path = join(directory, databaseFile);
let database: LibsqlDatabase.Database;
let put: LibsqlDatabase.Statement;
let forget: LibsqlDatabase.Statement;

parentPort?.on('message', (task: Task) => {
  try {
    parentPort?.postMessage({ done: perform(task) });
  } catch (thrown) {
    parentPort?.postMessage({ fault: reasonOf(thrown) });
  }
});

function perform(task: Task): unknown {
  switch (task.do) {
    case 'open':
      return open();
    case 'write':
      return write(task.rows);
    case 'copy':
      // SQLite copies by itself: opening the file a second time and closing it would drop the lock.
      return void database.exec(`VACUUM INTO '${task.path.replaceAll("'", "''")}'`);
    case 'close':
      return close();
  }
}

/** Takes the lock, looks for damage and gives all rows in the order of insertion. */
function open(): Row[] {
  mkdirSync(directory, { recursive: true });
  refuseVanishedFile();
  try {
    database = new Database(path);
    database.prepare('PRAGMA locking_mode = EXCLUSIVE').all();
    database.prepare('PRAGMA journal_mode = WAL').all();
    database.exec('PRAGMA synchronous = FULL');
    database.exec(
      'CREATE TABLE IF NOT EXISTS documents (collection TEXT NOT NULL, key TEXT NOT NULL,' +
        ' ordinal INTEGER NOT NULL, text TEXT NOT NULL, digest TEXT NOT NULL,' +
        ' PRIMARY KEY (collection, key)) WITHOUT ROWID',
    );
    database.exec('BEGIN IMMEDIATE; COMMIT');
    put = database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)');
    forget = database.prepare('DELETE FROM documents WHERE collection = ? AND key = ?');
    const rows = readRows();
    writeFileSync(join(directory, MARK_FILE), `${JSON.stringify({ format: FORMAT })}\n`);
    return rows;
  } catch (thrown) {
    throw openingFault(thrown);
  }
}

/** All or none; they survive a killed process once this returns. */
function write(rows: readonly Row[]): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const { collection, key, ordinal, text } of rows) {
      if (text === null) forget.run(collection, key);
      else put.run(collection, key, ordinal, text, digestOf(text));
    }
    database.exec('COMMIT');
  } catch (thrown) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}

/** Leaves one plain file behind and lets go of the lock, which statements alone would keep until collected. */
function close(): void {
  database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  database.prepare('PRAGMA journal_mode = DELETE').all();
  database.prepare('PRAGMA locking_mode = NORMAL').all();
  database.prepare('SELECT count(*) FROM documents').all();
  database.close();
}

function readRows(): Row[] {
  const verdict = database.prepare('PRAGMA quick_check').all() as { quick_check: string }[];
  if (verdict.length !== 1 || verdict[0]?.quick_check !== 'ok')
    throw new Error(`is damaged (${verdict[0]?.quick_check ?? 'no verdict'})`);
  const rows = database.prepare('SELECT * FROM documents ORDER BY ordinal').all() as StoredRow[];
  for (const { collection, key, text, digest } of rows)
    if (digest !== digestOf(text))
      throw new Error(`is damaged: the document ${key} of "${collection}" does not match its digest`);
  return rows.map(({ collection, key, ordinal, text }) => ({ collection, key, ordinal, text }));
}

/** An empty file opens as an empty database: the mark beside it tells a new directory from a lost one. */
function refuseVanishedFile(): void {
  if (!existsSync(join(directory, MARK_FILE))) return;
  if (!existsSync(path) || statSync(path).size === 0)
    throw new Error(
      `${path} is missing or empty although this directory has held a cloud. Load a snapshot, or delete the directory to begin anew.`,
    );
}

function openingFault(thrown: unknown): Error {
  const reason = reasonOf(thrown);
  if (/locked|busy/i.test(reason))
    return new Error(`${path} is held by another local cloud. Stop that one, or choose another directory.`);
  const damage = reason.startsWith('is damaged') ? reason : `is damaged or not a local cloud (${reason})`;
  return new Error(`${path} ${damage}. Nothing was changed. Load a snapshot, or delete it.`);
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64').slice(0, 12);
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
