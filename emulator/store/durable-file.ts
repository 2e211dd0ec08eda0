import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadSource } from '../threads/thread-source';

/** A row to store, or, without text, a row to forget. */
export interface RowChange {
  readonly collection: string;
  readonly key: string;
  /** Keeps the order of insertion. */
  readonly ordinal: number;
  /** Canonical EJSON. */
  readonly text: string | null;
}

/** A stored row. */
export interface Row extends RowChange {
  readonly text: string;
}

export const DATABASE_FILE = 'cloud.db';

interface Answer {
  readonly done?: unknown;
  readonly fault?: string;
}

interface Waiting {
  readonly resolve: (done: unknown) => void;
  readonly reject: (fault: Error) => void;
}

/**
 * The file under the cloud, held by one process at a time. Every row carries a digest, so that a damaged file is
 * refused instead of being believed. The work is done in a thread, in the order it is asked for.
 */
export class DurableFile {
  private readonly waiting: Waiting[] = [];
  private closed = false;

  private constructor(private readonly thread: Worker) {
    thread.unref();
    thread.on('message', ({ done, fault }: Answer) => {
      const first = this.waiting.shift();
      if (this.waiting.length === 0) thread.unref();
      if (fault === undefined) first?.resolve(done);
      else first?.reject(new Error(fault));
    });
    thread.on('error', (error) => this.giveUp(error));
    thread.on('exit', () => this.giveUp(new Error('the thread that holds the file has ended')));
  }

  /** @throws Error when another cloud holds the directory, or the file is damaged; the message says which */
  static async open(directory: string): Promise<{ file: DurableFile; rows: Row[] }> {
    const thread = new Worker(threadSource(join(__dirname, 'file-thread.ts')), {
      eval: true,
      execArgv: [],
      workerData: { directory, databaseFile: DATABASE_FILE, libsqlPath: require.resolve('libsql') },
    });
    const file = new DurableFile(thread);
    try {
      return { file, rows: (await file.ask({ do: 'open' })) as Row[] };
    } catch (thrown) {
      await thread.terminate();
      throw thrown;
    }
  }

  /** Stores all changes or none; they survive a killed process once this resolves. */
  async write(rows: readonly RowChange[]): Promise<void> {
    await this.ask({ do: 'write', rows });
  }

  /** Writes a copy of everything stored to a new file. */
  async copyTo(path: string): Promise<void> {
    await this.ask({ do: 'copy', path });
  }

  async close(): Promise<void> {
    const closing = this.ask({ do: 'close' });
    this.closed = true;
    await closing;
    await this.thread.terminate();
  }

  private giveUp(reason: Error): void {
    this.closed = true;
    for (const { reject } of this.waiting.splice(0)) reject(reason);
  }

  private ask(task: object): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error('the cloud was stopped'));
    this.thread.ref();
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.thread.postMessage(task);
    });
  }
}
