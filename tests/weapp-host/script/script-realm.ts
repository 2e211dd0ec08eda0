import vm from 'node:vm';
import type { PhoneClock } from '../clock/phone-clock';
import type { Faults } from './faults';

export interface ConsoleLine {
  readonly level: 'log' | 'info' | 'debug' | 'warn' | 'error';
  readonly text: string;
}

/**
 * The place where a mini-program's scripts run: JavaScript without a browser, without code made from text,
 * without Intl, on the phone's clock.
 */
export interface ScriptRealm {
  /** Gives the scripts a global name. */
  define(name: string, value: unknown): void;
  /** Compiles a file into a function of the names of its wrapper. */
  compile(code: string, file: string, names: readonly string[]): (...values: unknown[]) => unknown;
  readonly lines: readonly ConsoleLine[];
}

/** Runs inside the realm: its Date reads the phone's clock, and what iOS lacks is gone. */
const PREPARE = `(now) => {
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  RealDate.prototype.constructor = globalThis.Date;
  delete globalThis.Intl;
  delete globalThis.WebAssembly;
  delete globalThis.SharedArrayBuffer;
}`;

export function openRealm(clock: PhoneClock, faults: Faults): ScriptRealm {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const prepare = vm.runInContext(PREPARE, context, { filename: 'realm' }) as (now: () => number) => void;
  prepare(() => clock.now());

  const lines: ConsoleLine[] = [];
  const globals = context as Record<string, unknown>;
  const define = (name: string, value: unknown) => {
    globals[name] = value;
  };
  define('console', consoleInto(lines));
  for (const [name, timer] of Object.entries(timersOn(clock, faults))) define(name, timer);
  return {
    define,
    compile: (code, file, names) =>
      vm.compileFunction(code, [...names], { parsingContext: context, filename: file }) as (
        ...values: unknown[]
      ) => unknown,
    lines,
  };
}

function consoleInto(lines: ConsoleLine[]): Record<string, (...values: unknown[]) => void> {
  const levels = ['log', 'info', 'debug', 'warn', 'error'] as const;
  const silent = ['group', 'groupEnd', 'time', 'timeEnd', 'table', 'trace'];
  return Object.fromEntries([
    ...levels.map((level) => [
      level,
      (...values: unknown[]) => void lines.push({ level, text: values.map(printed).join(' ') }),
    ]),
    ...silent.map((name) => [name, () => undefined]),
  ]) as Record<string, (...values: unknown[]) => void>;
}

function printed(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'stack' in value) return String(value.stack);
  if (typeof value === 'object' && value !== null) {
    try {
      return JSON.stringify(value);
    } catch {
      return String(value); // A circle cannot be written down.
    }
  }
  return String(value);
}

function timersOn(clock: PhoneClock, faults: Faults): Record<string, unknown> {
  const guarded = (run: unknown, given: readonly unknown[]) => {
    if (typeof run !== 'function') throw new TypeError('a timer takes a function, not text');
    return () => void faults.guard('timer', () => (run as (...values: unknown[]) => unknown)(...given));
  };
  return {
    setTimeout: (run: unknown, ms: number = 0, ...given: unknown[]) => clock.after(ms, guarded(run, given)),
    setInterval: (run: unknown, ms: number = 0, ...given: unknown[]) => clock.every(ms, guarded(run, given)),
    clearTimeout: (id: number) => clock.cancel(id),
    clearInterval: (id: number) => clock.cancel(id),
  };
}
