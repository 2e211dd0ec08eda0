/** Runs one function inside a thread, one call at a time. See threads/thread-source.ts for how it gets there. */
import { parentPort, workerData } from 'node:worker_threads';

interface Start {
  readonly entry: string;
  readonly clock: Float64Array;
  /** Element 0: the laptop's instant at which this thread last had a moment. Epoch milliseconds. */
  readonly beat: Float64Array;
  readonly memoryMegabytes: number;
}

interface Call {
  readonly id: number;
  readonly event: string;
  readonly context: Record<string, unknown>;
  readonly variables: Record<string, string>;
}

const { entry, clock, beat, memoryMegabytes } = workerData as Start;
const laptopNow = Date.now;
const BEAT_EVERY_MS = 50;
const port = parentPort;
if (!port) throw new Error('a function worker needs its parent');

shiftDate(clock);

let main: ((event: unknown, context: unknown) => unknown) | undefined;
let variablesOfLastCall: string[] = [];

port.on('message', (call: Call) => {
  void run(call).then((answer) => port.postMessage({ id: call.id, ...answer }));
});

async function run(call: Call): Promise<{ result: string } | { fault: string }> {
  const watch = setInterval(() => keepWatch(call.id), BEAT_EVERY_MS);
  for (const name of variablesOfLastCall) delete process.env[name];
  variablesOfLastCall = Object.keys(call.variables);
  Object.assign(process.env, call.variables);
  try {
    main ??= load();
    const result: unknown = await main(JSON.parse(call.event), call.context);
    return { result: JSON.stringify(result) ?? 'null' };
  } catch (thrown) {
    return { fault: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  } finally {
    clearInterval(watch);
  }
}

/** The heap has a limit of its own; buffers live outside it. */
function keepWatch(id: number): void {
  beat[0] = laptopNow();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  if (heapUsed + arrayBuffers <= memoryMegabytes * 1024 * 1024) return;
  port?.postMessage({ id, memory: true });
  process.exit(1);
}

function load(): (event: unknown, context: unknown) => unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- deployed bundles are CommonJS
  const bundle = require(entry) as { main?: unknown };
  if (typeof bundle.main !== 'function') throw new Error(`${entry} does not export "main"`);
  return bundle.main as (event: unknown, context: unknown) => unknown;
}

/** `Date` tells the cloud's time before any line of the bundle runs. */
function shiftDate(shift: Float64Array): void {
  const LaptopDate = Date;
  const now = (): number => LaptopDate.now() + (shift[0] ?? 0);
  function CloudDate(...parts: unknown[]): unknown {
    if (!new.target) return new LaptopDate(now()).toString();
    return Reflect.construct(LaptopDate, parts.length === 0 ? [now()] : parts, new.target);
  }
  Object.defineProperty(CloudDate, 'length', { value: LaptopDate.length });
  Object.defineProperty(CloudDate, 'name', { value: 'Date' });
  CloudDate.prototype = LaptopDate.prototype;
  CloudDate.now = now;
  CloudDate.parse = LaptopDate.parse;
  CloudDate.UTC = LaptopDate.UTC;
  LaptopDate.prototype.constructor = CloudDate;
  globalThis.Date = CloudDate as unknown as DateConstructor;
}
