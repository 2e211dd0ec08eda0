import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import {
  startLocalCloud,
  type LocalCloud,
  type LocalCloudOptions,
} from '../../../emulator/start-local-cloud';

// Threads and disks are shared with whatever else the machine does.
jest.setTimeout(30_000);

/** A cloud in a temporary directory and the unmodified SDK pointed at it. */
export interface TestCloud extends LocalCloud {
  readonly directory: string;
  /** The SDK's application object. */
  readonly app: ReturnType<typeof tcb.init>;
  /** Writes a function's `index.js`, with its `config.json` where given. */
  deploy(name: string, code: string, config?: object): void;
  /** Stops the cloud and starts another over the same directory. */
  restart(more?: Partial<LocalCloudOptions>): Promise<TestCloud>;
  /** Stops the cloud and removes its directory. */
  end(): Promise<void>;
}

export async function testCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  return over(mkdtempSync(join(tmpdir(), 'local-cloud-')), options, []);
}

/** @param all every cloud that was started over the directory, also one that a test expected not to start */
async function over(
  directory: string,
  options: Partial<LocalCloudOptions>,
  all: LocalCloud[],
): Promise<TestCloud> {
  const functionsDir = join(directory, 'functions');
  const cloud = await startLocalCloud({ dataDir: join(directory, 'data'), functionsDir, ...options });
  all.push(cloud);
  return {
    ...cloud,
    directory,
    app: sdkFor(cloud),
    deploy: (name, code, config) => {
      const folder = join(functionsDir, name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'index.js'), code);
      if (config) writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    },
    restart: async (more = {}) => {
      await cloud.close();
      return over(directory, { ...options, ...more }, all);
    },
    end: async () => {
      for (const one of all) await one.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The real SDK over real HTTP; it reads the environment at every request. */
export function sdkFor(cloud: LocalCloud): ReturnType<typeof tcb.init> {
  Object.assign(process.env, cloud.sdkEnvironment);
  return tcb.init({ env: cloud.envId });
}

/** The code of the SDK's error, or `no error`. */
export async function codeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'no error',
    (error: { code?: unknown }) => String(error.code),
  );
}
