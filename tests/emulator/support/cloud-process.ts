import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';

/** What a command printed and how it ended. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = join(__dirname, '../../..');

const run = (words: readonly string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', 'emulator/cli.ts', ...words], { cwd: ROOT });

/** Runs one command of the CLI to its end. */
export function cli(...words: string[]): Promise<CliResult> {
  const child = run(words);
  const [stdout, stderr] = [collect(child, 'stdout'), collect(child, 'stderr')];
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, stdout: stdout(), stderr: stderr() }));
  });
}

/** A cloud in a process of its own. */
export interface CloudProcess {
  readonly url: string;
  /** For `process.env`, before the SDK sends its first request. */
  readonly sdkEnvironment: Readonly<Record<string, string>>;
  /** Ends it without a word of warning. */
  kill(): Promise<void>;
}

/** Starts a cloud in a process of its own. @throws Error with what it printed when it does not come up */
export async function startCloudProcess(
  dataDir: string,
  functionsDir = dataDir,
  ...words: string[]
): Promise<CloudProcess> {
  const child = run(['start', '--data', dataDir, '--functions', functionsDir, ...words]);
  const stderr = collect(child, 'stderr');
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /on (http:\S+)/.exec(chunk.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(stderr())));
  });
  return {
    url,
    sdkEnvironment: {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
      TENCENTCLOUD_SECRETID: 'local-cloud',
      TENCENTCLOUD_SECRETKEY: 'local-cloud',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local-cloud',
      // The SDK would keep a timer for every request that dies with the cloud.
      SILENCE: 'true',
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function collect(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[stream]?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}
