import { Refusal } from '../protocol/refusal';
import { LIMITS } from '../protocol/limits';
import { callEnvironment, type Caller } from './caller';
import { readFunction, type DeployedFunction } from './function-folder';
import { MemoryWatch } from './memory-watch';
import { FunctionWorker, type Outcome } from './worker';
import { WorkerPool } from './worker-pool';

export interface FunctionHostOptions {
  readonly functionsDir: string;
  readonly envId: string;
  /** Warm workers a function. */
  readonly workers: number;
  /** Environment variables, by function; `{cloudUrl}` in a value stands for the cloud's address. */
  readonly functionEnv: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly clock: Float64Array;
  /** Where this cloud listens; known once it does. */
  readonly cloudUrl: () => string;
  readonly log: (line: string) => void;
}

/** A call that can prove itself with its token. */
export interface RunningCall {
  readonly fn: DeployedFunction;
  readonly caller: Caller;
}

/** Runs the deployed bundles, each call with its own identity. */
export class FunctionHost {
  private readonly pools = new Map<string, WorkerPool>();
  private readonly running = new Map<string, RunningCall>();
  private readonly memoryWatch = new MemoryWatch(() =>
    [...this.pools.values(), ...this.retired].flatMap((pool) => pool.busyWorkers()),
  );

  /** Pools of earlier builds whose last calls are still running. */
  private retired: WorkerPool[] = [];
  private closed = false;

  constructor(private readonly options: FunctionHostOptions) {}

  /**
   * Calls a function and returns its answer as JSON text.
   *
   * @param event JSON text
   * @throws Refusal FUNCTION_NOT_FOUND, FUNCTIONS_TIME_LIMIT_EXCEEDED, FUNCTIONS_MEMORY_LIMIT_EXCEEDED,
   *   FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT, FUNCTIONS_EXECUTE_FAIL
   */
  async invoke(name: string, event: string, caller: Caller): Promise<string> {
    if (this.closed) throw new Refusal('SYS_ERR', 'the cloud was stopped');
    const fn = readFunction(this.options.functionsDir, name);
    if (!fn) throw new Refusal('FUNCTION_NOT_FOUND', `the function "${name}" does not exist`);
    const environment = callEnvironment(caller, this.options.envId);
    this.running.set(environment.apiToken, { fn, caller });
    this.memoryWatch.look();
    try {
      const outcome = await this.pool(fn).run({
        event,
        context: this.context(fn, environment.requestId, environment.variables),
        variables: environment.variables,
      });
      return this.answer(fn, outcome);
    } finally {
      this.running.delete(environment.apiToken);
    }
  }

  /** The call that is running with this token. */
  callWith(apiToken: unknown): RunningCall | undefined {
    return typeof apiToken === 'string' ? this.running.get(apiToken) : undefined;
  }

  close(): void {
    this.closed = true;
    this.memoryWatch.close();
    for (const pool of [...this.pools.values(), ...this.retired]) pool.close('the cloud was stopped');
    this.pools.clear();
  }

  private pool(fn: DeployedFunction): WorkerPool {
    const pool = this.pools.get(fn.name);
    if (pool?.fn.version === fn.version) return pool;
    if (pool) this.retire(pool);
    const fresh = new WorkerPool(fn, this.options.workers, (deployed) => this.startWorker(deployed));
    this.pools.set(fn.name, fresh);
    return fresh;
  }

  private retire(pool: WorkerPool): void {
    pool.retire();
    this.retired = [...this.retired, pool].filter((one) => one.busyWorkers().length > 0);
  }

  private startWorker(fn: DeployedFunction): FunctionWorker {
    const { clock, log, functionEnv, cloudUrl } = this.options;
    const own = Object.entries(functionEnv[fn.name] ?? {}).map(
      ([name, value]) => [name, value.replaceAll('{cloudUrl}', cloudUrl())] as const,
    );
    const environment = { ...this.platformEnvironment(), ...Object.fromEntries(own) };
    return new FunctionWorker(fn, environment, clock, log);
  }

  /** What every function finds in its environment; the laptop's own variables stay outside. */
  private platformEnvironment(): Record<string, string> {
    return {
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local-cloud',
      TENCENTCLOUD_SECRETKEY: 'local-cloud',
      SCF_NAMESPACE: this.options.envId,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${this.options.cloudUrl()}/admin` }),
    };
  }

  private context(
    fn: DeployedFunction,
    requestId: string,
    variables: Readonly<Record<string, string>>,
  ): Record<string, unknown> {
    const environment = { ...this.platformEnvironment(), ...variables };
    return {
      callbackWaitsForEmptyEventLoop: false,
      memory_limit_in_mb: fn.memoryMegabytes,
      time_limit_in_ms: fn.timeoutSeconds * 1000,
      request_id: requestId,
      function_name: fn.name,
      function_version: '$LATEST',
      namespace: this.options.envId,
      environment: JSON.stringify(environment),
      environ: Object.entries(environment)
        .map(([key, value]) => `${key}=${value}`)
        .join(';'),
    };
  }

  private answer(fn: DeployedFunction, outcome: Outcome): string {
    switch (outcome.kind) {
      case 'result':
        if (Buffer.byteLength(outcome.text) > LIMITS.functionReplyBytes)
          throw new Refusal(
            'FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT',
            `"${fn.name}" answered more than ${LIMITS.functionReplyBytes} bytes; send files through storage`,
          );
        return outcome.text;
      case 'timeout':
        throw new Refusal(
          'FUNCTIONS_TIME_LIMIT_EXCEEDED',
          `"${fn.name}": Invoking task timed out after ${fn.timeoutSeconds} seconds`,
        );
      case 'memory':
        throw new Refusal(
          'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
          `"${fn.name}" used more than ${fn.memoryMegabytes} MB of memory`,
        );
      case 'fault':
      case 'died':
        throw new Refusal('FUNCTIONS_EXECUTE_FAIL', `"${fn.name}": ${outcome.message}`);
    }
  }
}
