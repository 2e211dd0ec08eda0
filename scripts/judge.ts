import { readFileSync } from 'node:fs';
import { Unable, command } from './command';
import { runJudge, runWhatIf } from './judge/run-judge';
import { BrokenLine, streamJudge } from './judge/stream-judge';

/**
 * `npm run -s judge < file.json`: judges every day of everybody in the file and prints the verdicts as JSON; with
 * `-- --why` the sentences; with `-- --what-if` what the file's draft would change; with
 * `-- --stream` one line a person in, one line out. What cannot be read is named field by field, and the exit code is 1. docs/judge.md
 * describes the file.
 */
command(__filename, async () => {
  if (process.stdin.isTTY)
    throw new Unable('Send a file: npm run -s judge < tests/scenarios/attendance/….json');
  if (process.argv.includes('--stream')) return streamed();
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

async function streamed(): Promise<number> {
  try {
    await streamJudge(process.stdin, process.stdout);
    return 0;
  } catch (error) {
    if (error instanceof BrokenLine) throw new Unable(error.message);
    throw error;
  }
}
