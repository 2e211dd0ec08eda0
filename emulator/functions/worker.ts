import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { threadSource } from '../threads/thread-source';
import type { DeployedFunction } from './function-folder';

/** What one call sends to a worker. */
export interface WorkerCall {
  readonly event: string;
  readonly context: Record<string, unknown>;
  readonly variables: Readonly<Record<string, string>>;
}

/** How a call ended. `died` leaves the worker unusable. */
export type Outcome =
  | { readonly kind: 'result'; readonly text: string }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'memory' }
  | { readonly kind: 'died'; readonly message: string };

/** A warm thread that runs one function, one call at a time. */
export class FunctionWorker {
  private readonly thread: Worker;
  private waiting: ((outcome: Outcome) => void) | undefined;
  private readonly beat = new Float64Array(new SharedArrayBuffer(8));
  private calls = 0;
  dead = false;

  constructor(
    readonly fn: DeployedFunction,
    environment: Readonly<Record<string, string>>,
    clock: Float64Array,
    log: (line: string) => void,
  ) {
    this.thread = new Worker(threadSource(join(__dirname, 'function-thread.ts')), {
      eval: true,
      // The loader of a TypeScript runner would be inherited and slow every start.
      execArgv: [],
      env: { ...environment },
      workerData: { entry: fn.entry, clock, beat: this.beat, memoryMegabytes: fn.memoryMegabytes },
      resourceLimits: { maxOldGenerationSizeMb: fn.memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    this.thread.unref();
    for (const stream of [this.thread.stdout, this.thread.stderr])
      createInterface({ input: stream }).on('line', (line) => log(`[${fn.name}] ${line}`));
    this.thread.on('message', (message: { id: number; result?: string; fault?: string; memory?: true }) => {
      if (message.id !== this.calls) return;
      if (message.memory) this.settle({ kind: 'memory' });
      else if (message.fault !== undefined) this.settle({ kind: 'fault', message: message.fault });
      else this.settle({ kind: 'result', text: message.result ?? 'null' });
    });
    this.thread.on('error', (error: Error & { code?: string }) => {
      this.dead = true;
      this.settle(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { kind: 'memory' }
          : { kind: 'died', message: error.message },
      );
    });
    this.thread.on('exit', (code) => {
      this.dead = true;
      this.settle({ kind: 'died', message: `the function ended its process with code ${code}` });
    });
  }

  run(call: WorkerCall, timeoutMs: number): Promise<Outcome> {
    this.calls += 1;
    this.beat[0] = Date.now();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.kill({ kind: 'timeout' }), timeoutMs);
      this.waiting = (outcome) => {
        clearTimeout(timer);
        this.waiting = undefined;
        resolve(outcome);
      };
      this.thread.postMessage({ id: this.calls, ...call });
    });
  }

  /** How long the thread has not had a moment. Milliseconds. */
  silentMs(): number {
    return Date.now() - (this.beat[0] ?? 0);
  }

  /** Ends the thread; a running call ends with the outcome. */
  kill(outcome: Outcome): void {
    this.dead = true;
    this.settle(outcome);
    void this.thread.terminate();
  }

  private settle(outcome: Outcome): void {
    this.waiting?.(outcome);
  }
}
