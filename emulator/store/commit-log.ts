import { databaseFailed, reasonOf } from '../protocol/refusal';
import type { DurableFile, RowChange } from './durable-file';

interface Waiting {
  readonly commit: number;
  readonly resolve: () => void;
  readonly reject: (fault: Error) => void;
}

/**
 * Brings changes to the disk. Whatever is applied while the disk is busy goes there together afterwards, so the
 * busier the cloud, the more share one wait.
 */
export class CommitLog {
  private readonly unwritten = new Map<string, RowChange>();
  private readonly waiting: Waiting[] = [];
  private durable = 0;
  private latest = 0;
  private writing: Promise<void> | undefined;
  private broken: string | undefined;

  constructor(private readonly file: DurableFile) {}

  /** @throws DATABASE_REQUEST_FAILED after a write has failed: memory is ahead of the disk until a restart */
  refuseWhenBroken(): void {
    if (this.broken !== undefined) throw databaseFailed(this.broken);
  }

  /** Takes the changes of one commit. Commits come in rising order. */
  append(commit: number, changes: readonly RowChange[]): void {
    this.latest = commit;
    for (const change of changes) this.unwritten.set(`${change.collection}\0${change.key}`, change);
    this.writing ??= this.writeAll();
  }

  /** Resolves when the commit is on disk; undefined when it already is. */
  reached(commit: number): Promise<void> | undefined {
    this.refuseWhenBroken();
    if (commit <= this.durable) return undefined;
    return new Promise((resolve, reject) => this.waiting.push({ commit, resolve, reject }));
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    // What the same turn of the event loop still applies goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.unwritten.size > 0 && this.broken === undefined) {
      const upTo = this.latest;
      const changes = [...this.unwritten.values()];
      this.unwritten.clear();
      try {
        await this.file.write(changes);
        this.durable = upTo;
      } catch (thrown) {
        this.broken = `the cloud could not write its file (${reasonOf(thrown)}); restart it`;
      }
      this.tell();
    }
    this.writing = undefined;
  }

  private tell(): void {
    for (const waiting of this.waiting.splice(0)) {
      if (this.broken !== undefined) waiting.reject(databaseFailed(this.broken));
      else if (waiting.commit <= this.durable) waiting.resolve();
      else this.waiting.push(waiting);
    }
  }
}
