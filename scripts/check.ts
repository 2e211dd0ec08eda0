import { command, say, seconds } from './command';
import { runTool, toolScript } from './run-tool';

/** Each is one habit of the house; together they are what CI runs beside the tests. */
const CHECKS = [
  { name: 'types', script: toolScript('typescript', 'bin/tsc'), args: ['--noEmit', '-p', '.'] },
  {
    name: 'lint',
    script: toolScript('eslint', 'bin/eslint.js'),
    args: ['--max-warnings', '0', '.'],
  },
  {
    name: 'import arrows',
    script: toolScript('dependency-cruiser', 'bin/dependency-cruise.mjs'),
    args: [
      '--config',
      '.dependency-cruiser.cjs',
      ...[
        'domain',
        'contract',
        'server',
        'cloudfunctions',
        'emulator',
        'src',
        'config',
        'devtools',
        'scripts',
      ],
      'tests',
    ],
  },
  {
    name: 'format',
    script: toolScript('prettier', 'bin/prettier.cjs'),
    args: ['--check', '--log-level', 'warn', '.'],
  },
];

const runCheck = async ({ name, script, args }: (typeof CHECKS)[number]): Promise<boolean> => {
  const began = performance.now();
  const { code, output } = await runTool(script, args, { output: 'kept' });
  say(`${code === 0 ? 'ok     ' : 'FAILED '} ${name} (${seconds(performance.now() - began)})`);
  if (code !== 0) say(output);
  return code === 0;
};

/** Two at a time: the checks are bound by the processor, and a laptop may have two cores. */
command(__filename, async () => {
  const waiting = [...CHECKS];
  const results: boolean[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await runCheck(next));
  };
  await Promise.all([worker(), worker()]);
  return results.every(Boolean) ? 0 : 1;
});
