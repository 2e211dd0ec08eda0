import path from 'node:path';

/** What the commands tell the person. Progress goes to stderr: stdout belongs to results. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** '0.4 s', '28 s'. */
export const seconds = (ms: number): string =>
  `${ms < 9500 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000)} s`;

/** What a command stops with when the person can mend it: the message alone is shown. */
export class Unable extends Error {}

/**
 * Runs `main` when `file` (a script's own __filename) is what was started, and not when it is imported.
 * A number is the exit code; an error is one clear message and code 1.
 */
export const command = (file: string, main: () => Promise<number | void>): void => {
  if (path.resolve(process.argv[1] ?? '') !== file) return;
  main().then(
    (code) => {
      if (typeof code === 'number') process.exitCode = code;
    },
    (error: unknown) => {
      say(
        `\n${error instanceof Unable ? error.message : error instanceof Error ? error.stack : String(error)}`,
      );
      process.exitCode = 1;
    },
  );
};
