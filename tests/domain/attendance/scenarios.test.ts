import { runJudge } from '../../../scripts/judge/run-judge';
import type { Judgement } from '../../../scripts/judge/run-judge';
import { ruleSections, scenarios } from '../../../scripts/rules/scenario-files';
import type { Expectation, Scenario } from '../../../scripts/rules/scenario-files';

/** The files are the ones `npm run -s judge` reads: what a scenario expects is what anybody would see. */
const judged = ({ name, text }: Scenario) => {
  const judgement = answers.get(name) ?? runJudge(text);
  answers.set(name, judgement);
  if (!judgement.ok)
    throw new Error(judgement.problems.map(({ field, reason }) => `${field}: ${reason}`).join('\n'));
  return judgement;
};

const answers = new Map<string, Judgement>();

const dayKey = ({ person, date }: Readonly<Record<string, unknown>>): string =>
  `${String(person)} ${String(date)}`;

const sentence = ({ person, date, why: _why, ...rest }: Expectation): string =>
  `${person} on ${date}: ${JSON.stringify(rest)}`;

for (const { number, title } of ruleSections())
  describe(`§${number} ${title}`, () => {
    for (const scenario of scenarios().filter(({ file }) => file.section === number))
      describe(scenario.file.title, () => {
        const { expect: days = [], expectButtons = [], expectRefusal } = scenario.file;
        if (expectRefusal)
          test('is refused with the field and the reason', () => {
            expect(runJudge(scenario.text)).toEqual({ ok: false, problems: expectRefusal });
          });
        else
          test('says something', () => {
            expect(days.length + expectButtons.length).toBeGreaterThan(0);
            judged(scenario);
          });

        for (const expected of days)
          test(sentence(expected), () => {
            const { person: _person, date: _date, why, ...fields } = expected;
            const { days: all, why: sentences } = judged(scenario);
            const at = all.findIndex((day) => dayKey(day) === dayKey(expected));
            const day = { rule: null, ...all[at] } as Record<string, unknown>;
            expect(Object.fromEntries(Object.keys(fields).map((key) => [key, day[key]]))).toEqual(fields);
            if (why === undefined) return;
            const told = sentencesOf(sentences, at);
            if (typeof why === 'string') expect(told.join('')).toContain(why);
            else expect(told).toEqual(why);
          });

        expectButtons.forEach((expected, i) => {
          const { person, at, ...fields } = expected;
          test(`${person} at ${at}: ${JSON.stringify(fields)}`, () => {
            const button = judged(scenario).buttons[i] ?? {};
            expect(button).toMatchObject({ person });
            expect(Object.fromEntries(Object.keys(fields).map((key) => [key, button[key]]))).toEqual(fields);
          });
        });
      });
  });

/** The lines under the heading of the n-th day. */
function sentencesOf(lines: readonly string[], n: number): string[] {
  const found: string[] = [];
  let day = -1;
  for (const line of lines) {
    if (!line.startsWith('  ')) day += 1;
    else if (day === n) found.push(line.trim());
  }
  return found;
}
