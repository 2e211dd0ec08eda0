import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { runJudge, runWhatIf } from '../../../scripts/judge/run-judge';
import { streamJudge } from '../../../scripts/judge/stream-judge';
import { inRoot } from '../../../scripts/root';
import { companyFile, companyHead, companyPerson } from '../../benchmarks/engine-company';

/** Collects what is written, line by line. */
function collector(): { readonly output: Writable; readonly lines: () => string[] } {
  let text = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString('utf8');
      done();
    },
  });
  return { output, lines: () => text.split('\n').filter((line) => line !== '') };
}

const PEOPLE = 12;
const streamed = (...lines: readonly unknown[]): Readable =>
  Readable.from(lines.map((line) => (typeof line === 'string' ? line : `${JSON.stringify(line)}\n`)));

const personLine = (index: number): unknown => {
  const { person, punches, requests } = companyPerson(index);
  return { people: [person], punches, requests };
};

test('line by line says the same as all at once', async () => {
  const whole = runJudge(JSON.stringify(companyFile(PEOPLE)));
  if (!whole.ok) throw new Error('refused');
  const { output, lines } = collector();
  const people = await streamJudge(
    streamed(companyHead(), ...Array.from({ length: PEOPLE }, (_, index) => personLine(index))),
    output,
  );
  const answers = lines().map(
    (line) => JSON.parse(line) as { person: string; summary: object; days: unknown[] },
  );
  expect(people).toBe(PEOPLE);
  expect(answers.flatMap(({ days }) => days)).toEqual(JSON.parse(JSON.stringify(whole.days)));
  expect(answers.map(({ person, summary }) => ({ person, ...summary }))).toEqual(whole.summaries);
});

test.each([
  ['what is no JSON', '{"people":\n', /line 2 \(line\): 不是 JSON/],
  ['an unknown field', { people: [{ id: 'a', nam: 'x' }], punches: [] }, /line 2 people\[0\]: 没有 nam/],
  [
    'a punch of nobody',
    { people: [{ id: 'a' }], punches: [{ person: 'b', at: '2026-03-09 09:00' }] },
    /line 2 punches\[0\].person/,
  ],
])('a broken line is named with its number: %s', async (_, line, message) => {
  await expect(streamJudge(streamed(companyHead(), line), collector().output)).rejects.toThrow(message);
});

test('the small file of docs/judge.md is judged as the page leads one to expect', () => {
  const page = readFileSync(inRoot('docs', 'judge.md'), 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const judgement = runJudge(example);
  expect(judgement.ok && judgement.days[0]).toMatchObject({
    status: 'normal',
    dueIn: '09:12',
    dueOut: '18:12',
  });
});

test('what if without a draft says what is missing', () => {
  const file = JSON.stringify(companyFile(1));
  expect(runWhatIf(file)).toEqual({
    ok: false,
    problems: [{ field: 'draft', reason: '缺少 draft：没有要试算的规则' }],
  });
});

test('what if prints of each changed day only what differs', () => {
  const company = companyFile(1);
  const draft = { rules: company.rules.map((rule) => ({ ...rule, allowedLateMinutes: 0 })) };
  const answer = runWhatIf(JSON.stringify({ ...company, draft })) as unknown as {
    days: { from: object; to: object }[];
    changedPeople: string[];
  };
  expect(answer.changedPeople).toEqual(['p00000']);
  for (const { from, to } of answer.days) {
    expect(Object.keys(from)).toEqual(Object.keys(to));
    for (const [field, value] of Object.entries(from))
      expect((to as Record<string, unknown>)[field]).not.toEqual(value);
  }
});
