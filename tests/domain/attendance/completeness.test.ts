import { explain } from '@domain/attendance/explain';
import { FINDING_KINDS } from '@domain/attendance/finding';
import type { FindingKind } from '@domain/attendance/finding';
import { FINDING_WORDS } from '@domain/attendance/finding-words';
import { judgePeople, verdictsOf } from '@domain/attendance/judge-people';
import { SETTINGS } from '@domain/attendance/settings-words';
import type { DayStatus, Verdict } from '@domain/attendance/verdict';
import { STATUSES } from '@domain/attendance/day-codes';
import { FINDING_GLOSSARY, GLOSSARY } from '@domain/glossary';
import { DEFAULT_SETTINGS } from '@domain/schedule/settings';
import { readText } from '../../../scripts/judge/run-judge';
import { ruleSections, scenarios } from '../../../scripts/rules/scenario-files';

/** Settings that no judged day can show; each has its own test. */
const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  showPlaceName: 'tests/domain/attendance/check-place.test.ts',
  editPastRosters: 'tests/domain/schedule/roster-edit.test.ts',
  recomputeReports: 'tests/domain/attendance/recompute.test.ts',
};

const all = scenarios();

const verdicts: readonly Verdict[] = all.flatMap(({ text }) => {
  const read = readText(text);
  return read.ok ? judgePeople(read.input).flatMap(verdictsOf) : [];
});

const exampleOf = (kind: FindingKind): Verdict | undefined =>
  verdicts.find(({ findings }) => findings.some((finding) => finding.kind === kind));

describe('every clause', () => {
  test.each(FINDING_KINDS)('%s has a scenario, a reason in Chinese and a glossary word', (kind) => {
    const verdict = exampleOf(kind);
    expect(verdict).toBeDefined();
    const sentences = explain(verdict as Verdict).join('');
    expect(sentences).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(sentences).not.toMatch(/NaN|undefined|--:--/);
    expect(FINDING_WORDS[kind]).toBeInstanceOf(Function);
    expect(FINDING_GLOSSARY[kind].chinese).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('every status of a day', () => {
  test.each(STATUSES)('%s has a scenario', (status: DayStatus) => {
    expect(verdicts.some((verdict) => verdict.status === status)).toBe(true);
  });
});

describe('every section of the rules', () => {
  test.each(ruleSections().map(({ number, title }) => [number, title] as const))(
    '§%i %s has scenarios',
    (number) => {
      expect(all.filter(({ file }) => file.section === number).length).toBeGreaterThan(0);
    },
  );

  test('is one of 0 to 20, each once', () => {
    expect(ruleSections().map(({ number }) => number)).toEqual([...Array(21).keys()]);
  });
});

describe('every setting', () => {
  test.each(SETTINGS.map(({ key, default: value }) => [key, value] as const))(
    '%s has a scenario that takes it otherwise than its default',
    (key, value) => {
      const otherwise = all.some(({ file }) =>
        [file.settings, ...file.rules.map((rule) => rule.settings)].some(
          (settings) =>
            settings?.[key] !== undefined && JSON.stringify(settings[key]) !== JSON.stringify(value),
        ),
      );
      expect(otherwise || SHOWN_ELSEWHERE[key] !== undefined).toBe(true);
    },
  );

  test('has a name, a sentence and a glossary word in Chinese', () => {
    const words = GLOSSARY.flatMap(({ words: list }) => list);
    for (const { key, chinese, sentence } of SETTINGS) {
      expect(sentence).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(words.find(({ english }) => english === key)?.chinese).toBe(chinese);
    }
    expect(SETTINGS.map(({ key }) => key).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  });

  test('takes its default where nothing is said: the scenarios that say it aloud come out the same', () => {
    const plain = all.find(({ name }) => name === '02-late-in-elastic.json');
    const file = JSON.parse(plain?.text ?? '{}') as Record<string, unknown>;
    const judged = (settings: object) => {
      const read = readText(JSON.stringify({ ...file, settings }));
      return read.ok ? judgePeople(read.input).flatMap(verdictsOf) : null;
    };
    expect(judged(DEFAULT_SETTINGS)).toEqual(judged({}));
  });
});

test('no word of the glossary stands in it twice', () => {
  const english = GLOSSARY.flatMap(({ title, words }) => words.map((word) => `${title}: ${word.english}`));
  expect(new Set(english).size).toBe(english.length);
});
