import type { DeployedFunction } from './function-folder';
import type { Outcome, WorkerCall } from './worker';
import type { FunctionWorker } from './worker';

interface Queued {
  readonly call: WorkerCall;
  readonly resolve: (outcome: Outcome) => void;
}

/** The warm workers of one function. They are started when first needed and reused until one dies. */
export class WorkerPool {
  private readonly idle: FunctionWorker[] = [];
  private readonly busy = new Set<FunctionWorker>();
  private readonly queue: Queued[] = [];
  private retired = false;

  constructor(
    readonly fn: DeployedFunction,
    private readonly size: number,
    private readonly start: (fn: DeployedFunction) => FunctionWorker,
  ) {}

  run(call: WorkerCall): Promise<Outcome> {
    return new Promise((resolve) => {
      this.queue.push({ call, resolve });
      this.next();
    });
  }

  busyWorkers(): FunctionWorker[] {
    return [...this.busy];
  }

  /** Finishes nothing: calls that are running or waiting end as died. */
  close(reason: string): void {
    for (const worker of [...this.idle, ...this.busy]) worker.kill({ kind: 'died', message: reason });
    for (const { resolve } of this.queue.splice(0)) resolve({ kind: 'died', message: reason });
  }

  /** Keeps no worker any more once the calls that run or wait have ended: for a function that was built again. */
  retire(): void {
    for (const worker of this.idle.splice(0)) worker.kill({ kind: 'died', message: 'replaced' });
    this.retired = true;
  }

  private next(): void {
    const queued = this.queue[0];
    if (!queued) return;
    const worker = this.take();
    if (!worker) return;
    this.queue.shift();
    this.busy.add(worker);
    void worker.run(queued.call, this.fn.timeoutSeconds * 1000).then((outcome) => {
      this.busy.delete(worker);
      if (this.retired) worker.kill({ kind: 'died', message: 'replaced' });
      else if (!worker.dead) this.idle.push(worker);
      queued.resolve(outcome);
      this.next();
    });
  }

  private take(): FunctionWorker | undefined {
    for (let worker = this.idle.pop(); worker; worker = this.idle.pop()) if (!worker.dead) return worker;
    return this.busy.size < this.size ? this.start(this.fn) : undefined;
  }
}
