import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEjsonObject, writeEjson } from '../protocol/ejson';
import type { Collection } from '../store/collection';
import type { DocumentStore } from '../store/document-store';

/** What is known about a stored file. */
export interface StoredFile {
  readonly path: string;
  /** Name of its bytes in the directory. */
  readonly blob: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The user who uploaded it; functions have none. */
  readonly owner?: string;
  /** Epoch milliseconds. */
  readonly storedAt: number;
}

const FILES = '$files';
export const FILES_FOLDER = 'files';

/**
 * The cloud's files: their bytes in a folder, everything else in the store. Bytes are never overwritten: a new
 * upload gets a new blob, so a killed process leaves the old file or the new one.
 */
export class FileCabinet {
  private readonly folder: string;
  /** Bytes to be removed once nobody keeps them; undefined while nobody does. */
  private kept: string[] | undefined;

  constructor(
    dataDir: string,
    private readonly store: DocumentStore,
    private readonly now: () => number,
  ) {
    this.folder = join(dataDir, FILES_FOLDER);
    mkdirSync(this.folder, { recursive: true });
    this.sweep();
  }

  find(path: string): StoredFile | undefined {
    const slot = this.files().slots.get(path);
    return slot && (slot.current.document as unknown as StoredFile);
  }

  /** Stores or overwrites; resolves when bytes and name are on disk. */
  async put(path: string, content: Buffer, owner?: string): Promise<StoredFile> {
    const blob = randomBytes(16).toString('hex');
    await writeDurably(join(this.folder, blob), content);
    const file: StoredFile = {
      path,
      blob,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      storedAt: this.now(),
      ...(owner !== undefined && { owner }),
    };
    await this.record(path, file);
    return file;
  }

  /** @throws Error when the bytes are gone or are not what was stored */
  async read(file: StoredFile): Promise<Buffer> {
    const content = await readFile(join(this.folder, file.blob));
    if (createHash('sha256').update(content).digest('hex') !== file.sha256)
      throw new Error(`the stored file ${file.path} is damaged`);
    return content;
  }

  async copy(from: StoredFile, path: string): Promise<void> {
    await this.put(path, await this.read(from), from.owner);
  }

  async remove(path: string): Promise<void> {
    await this.record(path, null);
  }

  /** Removes no bytes while the work copies them. */
  async keepingBytes<T>(work: () => Promise<T>): Promise<T> {
    this.kept ??= [];
    try {
      return await work();
    } finally {
      const unwanted = this.kept ?? [];
      this.kept = undefined;
      for (const blob of unwanted) this.discard(blob);
    }
  }

  private discard(blob: string): void {
    if (this.kept) this.kept.push(blob);
    else rmSync(join(this.folder, blob), { force: true });
  }

  private files(): Collection {
    return this.store.own(FILES);
  }

  private async record(path: string, file: StoredFile | null): Promise<void> {
    const before = this.find(path);
    const text = file && writeEjson(file);
    this.store.apply([
      { collection: FILES, key: path, text, ...(text && { document: readEjsonObject(text, 'file', 0) }) },
    ]);
    await this.store.settled();
    if (before) this.discard(before.blob);
  }

  /** Removes the bytes of uploads that never got their name. */
  private sweep(): void {
    const known = new Set([...this.files().slots.values()].map(({ current }) => current.document.blob));
    for (const blob of readdirSync(this.folder))
      if (!known.has(blob)) rmSync(join(this.folder, blob), { force: true });
    for (const { current } of this.files().slots.values()) {
      const { blob, path } = current.document as unknown as StoredFile;
      if (!existsSync(join(this.folder, blob)))
        throw new Error(`the bytes of the stored file ${path} are missing`);
    }
  }
}

async function writeDurably(path: string, content: Buffer): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
