import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, DurableFile } from '../store/durable-file';
import { FILES_FOLDER } from '../storage/file-cabinet';

export interface Snapshot {
  readonly name: string;
  /** The laptop's instant of saving, epoch milliseconds. */
  readonly savedAt: number;
  /** The cloud's instant of saving. */
  readonly cloudTime: number;
}

const SHELF = 'snapshots';
const LABEL = 'snapshot.json';
const PARTS = [DATABASE_FILE, FILES_FOLDER];

/** Copies of everything a cloud keeps in its directory. */
export class SnapshotShelf {
  constructor(private readonly dataDir: string) {}

  /** Oldest first. */
  list(): Snapshot[] {
    if (!existsSync(this.shelf())) return [];
    return readdirSync(this.shelf())
      .filter((name) => existsSync(join(this.place(name), LABEL)))
      .map((name) => JSON.parse(readFileSync(join(this.place(name), LABEL), 'utf8')) as Snapshot)
      .sort((a, b) => a.savedAt - b.savedAt);
  }

  /**
   * Saves under the name, replacing what was there.
   * @param copyDatabase writes the database to a path; blobs never change, so copying them is enough
   */
  async save(
    name: string,
    cloudTime: number,
    copyDatabase: (path: string) => Promise<void>,
  ): Promise<Snapshot> {
    refuseName(name);
    const snapshot: Snapshot = { name, savedAt: Date.now(), cloudTime };
    const unfinished = this.place(`.${name}.unfinished`);
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await copyDatabase(join(unfinished, DATABASE_FILE));
    const files = join(this.dataDir, FILES_FOLDER);
    if (existsSync(files)) cpSync(files, join(unfinished, FILES_FOLDER), { recursive: true });
    writeFileSync(join(unfinished, LABEL), JSON.stringify(snapshot));
    rmSync(this.place(name), { recursive: true, force: true });
    renameSync(unfinished, this.place(name));
    return snapshot;
  }

  /** Puts a snapshot in the place of what is there, while no cloud is open. @throws Error when there is no such snapshot or it is damaged */
  async load(name: string): Promise<Snapshot> {
    refuseName(name);
    const snapshot = this.list().find((candidate) => candidate.name === name);
    if (!snapshot) {
      const names = this.list().map((candidate) => candidate.name);
      throw new Error(
        `there is no snapshot "${name}" (${names.length > 0 ? names.join(', ') : 'none was saved'})`,
      );
    }
    const incoming = join(this.dataDir, '.incoming');
    rmSync(incoming, { recursive: true, force: true });
    cpSync(this.place(name), incoming, { recursive: true });
    await refuseDamaged(incoming);
    for (const leftover of [`${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`, ...PARTS])
      rmSync(join(this.dataDir, leftover), { recursive: true, force: true });
    for (const part of PARTS)
      if (existsSync(join(incoming, part))) renameSync(join(incoming, part), join(this.dataDir, part));
    rmSync(incoming, { recursive: true, force: true });
    return snapshot;
  }

  private shelf(): string {
    return join(this.dataDir, SHELF);
  }

  private place(name: string): string {
    return join(this.shelf(), name);
  }
}

function refuseName(name: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name))
    throw new Error(`a snapshot's name is letters, digits, _ and -, not "${name}"`);
}

async function refuseDamaged(directory: string): Promise<void> {
  const { file } = await DurableFile.open(directory);
  await file.close();
}
