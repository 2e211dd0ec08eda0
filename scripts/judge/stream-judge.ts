import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { JudgeFile } from '../../domain/attendance/judge/judge-file';
import { PeopleJudge, verdictsOf } from '../../domain/attendance/judge-people';
import { CodeTape } from '../../domain/attendance/code-tape';
import { printVerdict } from '../../domain/attendance/judge/print-verdict';
import { readJudgeHead, readJudgedPeople } from '../../domain/attendance/judge/read-judge-file';
import type { JudgeHead } from '../../domain/attendance/judge/read-judge-file';
import type { PeopleFile } from '../../domain/attendance/judge/read-people';
import type { Unreadable } from '../../domain/attendance/judge/read-text';
import { summariseMonth } from '../../domain/attendance/summarise-month';
import { intlZone } from '../intl-zone';
import { shapeChecker } from './check-shape';

/** What is wrong with the stream, by line. */
export class BrokenLine extends Error {
  constructor(line: number, problems: readonly Unreadable[]) {
    super(problems.map(({ field, reason }) => `line ${line} ${field}: ${reason}`).join('\n'));
  }
}

/**
 * Judges a company line by line: the first line is a file without people, every later one somebody's `people`,
 * `punches`, `requests`, `rosters`. Answers one line a person, so that ten thousand people need the memory of one.
 * @throws BrokenLine for a line that cannot be read; everything before it is answered.
 */
export async function streamJudge(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<number> {
  const tape = new CodeTape();
  const check = shapeChecker();
  let head: { readonly read: JudgeHead; readonly judge: PeopleJudge; readonly file: JudgeFile } | undefined;
  let line = 0;
  let people = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    const part = parsed(text, line) as Partial<JudgeFile>;
    const file = { ...(head?.file ?? part), people: [], punches: [], ...(head && part) } as JudgeFile;
    const shape = check(file);
    if (shape.length > 0) throw new BrokenLine(line, shape);
    if (head === undefined) {
      const read = readJudgeHead(file, intlZone);
      if (!read.ok) throw new BrokenLine(line, read.refusal.facts.problems);
      const { book, from, to, asOf } = read.value;
      head = { read: read.value, judge: new PeopleJudge(book, from, to, asOf), file };
      continue;
    }
    const read = readJudgedPeople(head.read, file satisfies PeopleFile);
    if (!read.ok) throw new BrokenLine(line, read.refusal.facts.problems);
    for (const judged of read.value) {
      tape.rewind();
      const verdicts = verdictsOf(head.judge.judge(judged, tape));
      const { id } = judged.person;
      const answer = {
        person: id,
        summary: summariseMonth(verdicts),
        days: verdicts.map((one) => printVerdict(id, one)),
      };
      if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain');
      people += 1;
    }
  }
  return people;
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BrokenLine(line, [{ field: '(line)', reason: `不是 JSON：${(error as Error).message}` }]);
  }
}
