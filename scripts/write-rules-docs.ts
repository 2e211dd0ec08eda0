import { readFileSync, writeFileSync } from 'node:fs';
import { command, say } from './command';
import { inRoot } from './root';
import { glossaryPage } from './rules/glossary-page';
import { judgePage } from './rules/judge-page';
import { rulesPage } from './rules/rules-page';

/**
 * `npm run rules:write`: writes docs/rules.md from the scenarios of the attendance rules, docs/glossary.md from the
 * glossary, and the settings and examples in docs/judge.md.
 */
command(__filename, async () => {
  const judge = inRoot('docs', 'judge.md');
  writeFileSync(inRoot('docs', 'rules.md'), rulesPage());
  writeFileSync(inRoot('docs', 'glossary.md'), glossaryPage());
  writeFileSync(judge, judgePage(readFileSync(judge, 'utf8')));
  say('docs/rules.md, docs/glossary.md, and settings and examples in docs/judge.md are written.');
});
