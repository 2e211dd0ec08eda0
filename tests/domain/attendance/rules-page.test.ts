import { readFileSync } from 'node:fs';
import { glossaryPage } from '../../../scripts/rules/glossary-page';
import { judgePage } from '../../../scripts/rules/judge-page';
import { rulesPage } from '../../../scripts/rules/rules-page';
import { inRoot } from '../../../scripts/root';

const doc = (name: string): string => readFileSync(inRoot('docs', name), 'utf8');

describe('the generated pages are up to date (npm run rules:write)', () => {
  test('docs/rules.md is what the scenarios say now', () => {
    expect(doc('rules.md')).toBe(rulesPage());
  });

  test('docs/glossary.md is what the glossary says now', () => {
    expect(doc('glossary.md')).toBe(glossaryPage());
  });

  test('docs/judge.md lists the settings there are now', () => {
    expect(doc('judge.md')).toBe(judgePage(doc('judge.md')));
  });
});
