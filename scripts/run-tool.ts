import { spawn } from 'node:child_process';
import { ROOT, inRoot } from './root';

/** The script behind a package's command: ('jest', 'bin/jest.js') → node_modules/jest/bin/jest.js. */
export const toolScript = (packageName: string, script: string): string =>
  inRoot('node_modules', packageName, script);

export interface ToolRun {
  readonly code: number;
  /** Both streams, in the order they came; empty when shown. */
  readonly output: string;
}

/**
 * Runs a package's command with this Node and no stdin. 'shown' passes both streams to stderr as they come,
 * 'kept' keeps them for the caller, who shows them when something is wrong.
 */
export const runTool = (
  script: string,
  args: readonly string[],
  options: { readonly output: 'shown' | 'kept'; readonly env?: NodeJS.ProcessEnv },
): Promise<ToolRun> =>
  new Promise((settle, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: options.output === 'shown' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
    });
    const kept: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => kept.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => kept.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      settle({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(kept).toString('utf8') });
    });
  });
