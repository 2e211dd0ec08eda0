import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../protocol/refusal';

/** One timer line of a function's config.json. */
export interface TimerTrigger {
  readonly name: string;
  /** Seven fields: second minute hour day month weekday year, in UTC+8. */
  readonly config: string;
}

/** A deployable function: `<folder>/index.js` exporting `main`, with an optional `config.json` beside it. */
export interface DeployedFunction {
  readonly name: string;
  readonly entry: string;
  /** Changes when the function was built again. */
  readonly version: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly timers: readonly TimerTrigger[];
  /** WeChat interfaces it may call, such as `subscribeMessage.send`. */
  readonly openapi: readonly string[];
}

/** What the service uses when nothing is said. */
const DEFAULT_TIMEOUT_SECONDS = 3;
const MOST_TIMEOUT_SECONDS = 60;
const DEFAULT_MEMORY_MEGABYTES = 256;

/** @returns undefined when there is no such function. @throws Error naming the field when config.json is wrong */
export function readFunction(functionsDir: string, name: string): DeployedFunction | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(name)) return undefined;
  const folder = join(functionsDir, name);
  const entry = join(folder, 'index.js');
  const built = statSync(entry, { throwIfNoEntry: false });
  if (!built?.isFile()) return undefined;
  const configPath = join(folder, 'config.json');
  const configured = statSync(configPath, { throwIfNoEntry: false });
  const version = `${built.mtimeMs}:${built.size}:${configured?.mtimeMs ?? 0}:${configured?.size ?? 0}`;
  const known = lastRead.get(entry);
  if (known?.version === version) return known;
  const fn = { name, entry, version, ...readConfig(configPath) };
  lastRead.set(entry, fn);
  return fn;
}

/** By entry: config.json is read again only when it has changed. */
const lastRead = new Map<string, DeployedFunction>();

/** The names of all functions in the directory. */
export function functionNames(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) return [];
  return readdirSync(functionsDir).filter((name) => existsSync(join(functionsDir, name, 'index.js')));
}

type Config = Pick<DeployedFunction, 'timeoutSeconds' | 'memoryMegabytes' | 'timers' | 'openapi'>;

function readConfig(path: string): Config {
  const config = existsSync(path) ? parse(path) : {};
  const {
    permissions,
    triggers = [],
    timeout = DEFAULT_TIMEOUT_SECONDS,
    memorySize = DEFAULT_MEMORY_MEGABYTES,
  } = config;
  const fault = (field: string, wanted: string): Error => new Error(`${path}: "${field}" must be ${wanted}`);
  if (typeof timeout !== 'number' || !(timeout >= 1 && timeout <= MOST_TIMEOUT_SECONDS))
    throw fault('timeout', `1 to ${MOST_TIMEOUT_SECONDS} seconds`);
  if (typeof memorySize !== 'number' || !(memorySize >= 64))
    throw fault('memorySize', 'at least 64 megabytes');
  if (!Array.isArray(triggers) || triggers.length > 1 || !triggers.every(isTimer))
    throw fault('triggers', 'a list of at most one timer with a name and a cron line');
  const openapi = (permissions as { openapi?: unknown } | undefined)?.openapi ?? [];
  if (!Array.isArray(openapi) || !openapi.every((name): name is string => typeof name === 'string'))
    throw fault('permissions.openapi', 'a list of names');
  return {
    timeoutSeconds: timeout,
    memoryMegabytes: memorySize,
    timers: triggers.map(({ name, config: line }) => ({ name, config: line })),
    openapi,
  };
}

function parse(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch (thrown) {
    throw new Error(`${path} is not JSON: ${reasonOf(thrown)}`);
  }
}

const isTimer = (trigger: unknown): trigger is TimerTrigger => {
  const { type, name, config } = (trigger ?? {}) as Record<string, unknown>;
  return type === 'timer' && typeof name === 'string' && typeof config === 'string';
};
