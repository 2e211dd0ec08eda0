import { SETTINGS } from '../../domain/attendance/settings-words';
import { ruleSections, scenarios } from './scenario-files';
import { alignedTable } from './table';

/** docs/judge.md with its settings and examples written anew; the rest of the page is written by hand. */
export const judgePage = (page: string): string =>
  withPart(withPart(page, 'settings', settingsTable()), 'examples', exampleList());

/** Puts lines between `<!-- name: … -->` and `<!-- end of name -->`. */
function withPart(page: string, name: string, lines: readonly string[]): string {
  const begin = `<!-- ${name}: npm run rules:write -->`;
  const end = `<!-- end of ${name} -->`;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`docs/judge.md has no place for ${name}`);
  return `${page.slice(0, from)}${begin}\n\n${lines.join('\n')}\n\n${page.slice(to)}`;
}

const exampleList = (): string[] =>
  ruleSections().map(({ number, chinese }) => {
    const files = scenarios().filter(({ file }) => file.section === number);
    const links = files.map(({ name }) => `[${name.slice(0, -'.json'.length)}](${FOLDER}/${name})`);
    return `- §${number} ${chinese}: ${links.join(', ')}`;
  });

const FOLDER = '../tests/scenarios/attendance';

const settingsTable = (): string[] =>
  alignedTable(
    ['key', 'default', '名称', '说明', 'section'],
    SETTINGS.map(({ key, default: value, chinese, sentence, section }) => [
      `\`${key}\``,
      `\`${JSON.stringify(value)}\``,
      chinese,
      sentence,
      `[§${section}](rules.md#section-${section})`,
    ]),
  );
