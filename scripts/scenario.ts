import { readFileSync } from 'node:fs';
import { Unable, command, say } from './command';
import { differencesIn } from './scenario/expect-step';
import { play } from './scenario/play';
import { printPerformance } from './scenario/print';
import { readScenario } from './scenario/scenario-file';

/**
 * `npm run -s scenario < file.json`: plays people, a flow, timed commands and a moving clock, and prints events,
 * open tasks and messages at each step. With --json it prints the log of events instead. The exit code is 1 when
 * a step is not as expected or the input is no scenario. docs/scenario.md describes the file.
 */
command(__filename, async () => {
  if (process.stdin.isTTY)
    throw new Unable('Send a scenario: npm run -s scenario < tests/scenarios/approval/….json');
  const scenario = readScenario(readFileSync(0, 'utf8'));
  const performance = play(scenario);
  const asJson = process.argv.includes('--json');
  process.stdout.write(
    `${asJson ? JSON.stringify(performance.log, null, 2) : printPerformance(scenario, performance)}\n`,
  );
  const differences = performance.played.flatMap(differencesIn);
  if (differences.length > 0) say(`\n${differences.length} not as expected`);
  return differences.length === 0 ? 0 : 1;
});
