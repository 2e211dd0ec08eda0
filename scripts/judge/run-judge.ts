import { answerAsks } from '../../domain/attendance/judge/answer-asks';
import type { JudgeFile } from '../../domain/attendance/judge/judge-file';
import { judgePeople, verdictsOf } from '../../domain/attendance/judge-people';
import { printVerdict, printWhatIf, whyLines } from '../../domain/attendance/judge/print-verdict';
import { readJudgeFile } from '../../domain/attendance/judge/read-judge-file';
import type { JudgeInput } from '../../domain/attendance/judge/read-judge-file';
import type { Unreadable } from '../../domain/attendance/judge/read-text';
import { whatIf } from '../../domain/attendance/what-if';
import { summariseMonth } from '../../domain/attendance/summarise-month';
import { problemText } from '../../domain/schedule/problem';
import { intlZone } from '../intl-zone';
import { shapeChecker } from './check-shape';

/** What the judge answers: days and sums, or the fields that could not be read and why. */
export type Judgement =
  | {
      readonly ok: true;
      readonly days: readonly Record<string, unknown>[];
      readonly summaries: readonly Record<string, unknown>[];
      /** What the button said to everybody who asked. */
      readonly buttons: readonly Record<string, unknown>[];
      /** Settings of rules that have no effect, each with the reason. */
      readonly ignored: readonly Unreadable[];
      /** The days in sentences. */
      readonly why: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Unreadable[] };

let check: ReturnType<typeof shapeChecker> | undefined;

/** Text to a judgement. The shape is checked first, then the meaning; nothing is judged before both are good. */
export function runJudge(text: string): Judgement {
  const read = readText(text);
  if (!read.ok) return read;
  const { input } = read;
  const days: Record<string, unknown>[] = [];
  const summaries: Record<string, unknown>[] = [];
  const why: string[] = [];
  for (const month of judgePeople(input)) {
    const { person } = month.judged;
    const verdicts = verdictsOf(month);
    for (const verdict of verdicts) {
      days.push(printVerdict(person.id, verdict));
      why.push(...whyLines(person.name, verdict));
    }
    summaries.push({ person: person.id, ...summariseMonth(verdicts) });
  }
  const ignored = input.ignored.map((one) => ({ field: one.field, reason: problemText(one) }));
  return { ok: true, days, summaries, buttons: answerAsks(input), ignored, why };
}

/** What the file's draft would have changed, or the fields that could not be read. */
export function runWhatIf(text: string): Record<string, unknown> & { readonly ok: boolean } {
  const read = readText(text);
  if (!read.ok) return read;
  const { input } = read;
  if (input.draft === null)
    return { ok: false, problems: [{ field: 'draft', reason: '缺少 draft：没有要试算的规则' }] };
  return { ok: true, ...printWhatIf(whatIf(input, input.book, input.draft)) };
}

/** The file itself, and what it says. */
export function readText(
  text: string,
):
  | { readonly ok: true; readonly file: JudgeFile; readonly input: JudgeInput }
  | (Judgement & { readonly ok: false }) {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [{ field: '(file)', reason: `不是 JSON：${(error as Error).message}` }] };
  }
  check ??= shapeChecker();
  const shape = check(file);
  if (shape.length > 0) return { ok: false, problems: shape };
  const read = readJudgeFile(file as JudgeFile, intlZone);
  return read.ok
    ? { ok: true, file: file as JudgeFile, input: read.value }
    : { ok: false, problems: read.refusal.facts.problems };
}
