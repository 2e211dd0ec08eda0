import { readFileSync } from 'node:fs';
import { Unable, command } from './command';
import { runJudge, runWhatIf } from './judge/run-judge';

/**
 * `npm run -s judge < file.json`: judges every day of everybody in the file and prints the verdicts as JSON; with
 * `-- --why` the sentences; with `-- --what-if` what the file's draft would change. What cannot be read is named field by field, and the exit code is 1. docs/judge.md
 * describes the file.
 */
command(__filename, async () => {
  if (process.stdin.isTTY)
    throw new Unable('Send a file: npm run -s judge < tests/scenarios/attendance/….json');
  const text = readFileSync(0, 'utf8');
  if (process.argv.includes('--what-if')) {
    const answer = runWhatIf(text);
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return answer.ok ? 0 : 1;
  }
  const judgement = runJudge(text);
  const asSentences = process.argv.includes('--why');
  if (!judgement.ok) {
    const lines = judgement.problems.map(({ field, reason }) => `${field}: ${reason}`);
    process.stdout.write(asSentences ? `${lines.join('\n')}\n` : `${JSON.stringify(judgement, null, 2)}\n`);
    return 1;
  }
  const { why, ...rest } = judgement;
  process.stdout.write(asSentences ? `${why.join('\n')}\n` : `${JSON.stringify(rest, null, 2)}\n`);
  return 0;
});
