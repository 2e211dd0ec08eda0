import { readFileSync } from 'node:fs';
import { rulesPage } from '../../../scripts/rules/rules-page';
import { inRoot } from '../../../scripts/root';

test('docs/rules.md is what the scenarios say now: npm run rules:write', () => {
  expect(readFileSync(inRoot('docs', 'rules.md'), 'utf8')).toBe(rulesPage());
});
