import { writeFileSync } from 'node:fs';
import { command, say } from './command';
import { inRoot } from './root';
import { rulesPage } from './rules/rules-page';

/** `npm run rules:write`: writes docs/rules.md from the scenarios of the attendance rules. */
command(__filename, async () => {
  const page = inRoot('docs', 'rules.md');
  writeFileSync(page, rulesPage());
  say('docs/rules.md is written.');
});
