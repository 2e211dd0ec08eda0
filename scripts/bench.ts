import { readdir } from 'node:fs/promises';
import { buildFunctions } from './build-functions';
import { buildPhone } from './build-phone';
import { Unable, command, say } from './command';
import { inRoot } from './root';

interface Benchmark {
  readonly run?: () => Promise<void>;
  readonly default?: () => Promise<void>;
}

const SUFFIX = '.bench.ts';

/**
 * `npm run bench`, or `npm run bench -- punch` for those whose name has the word. Each file of tests/benchmarks
 * exports `run`; it prints ratios within its own run and throws when one is worse than it promises.
 */
command(__filename, async () => {
  const words = process.argv.slice(2);
  const folder = inRoot('tests', 'benchmarks');
  const files = (await readdir(folder)).filter((file) => file.endsWith(SUFFIX)).sort();
  const chosen = files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  if (chosen.length === 0) throw new Unable(`No benchmark of that name. There are: ${files.join(', ')}.`);
  say(
    `Cloud functions ${await buildFunctions()}; weapp ${await buildPhone('weapp')}; h5 ${await buildPhone('h5')}.`,
  );

  const broken: string[] = [];
  for (const file of chosen) {
    say(`\n── ${file.slice(0, -SUFFIX.length)}`);
    try {
      const benchmark = (await import(inRoot('tests', 'benchmarks', file))) as Benchmark;
      const run = benchmark.run ?? benchmark.default;
      if (!run) throw new Error(`${file} exports neither run nor a default function.`);
      await run();
    } catch (error) {
      broken.push(file);
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  if (broken.length > 0) say(`\nNot as promised: ${broken.join(', ')}`);
  return broken.length > 0 ? 1 : 0;
});
