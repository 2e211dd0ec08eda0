import { SETTINGS } from '../../domain/attendance/settings-words';
import { alignedTable } from './table';

const BEGIN = '<!-- settings: npm run rules:write -->';
const END = '<!-- end of settings -->';

/** docs/judge.md with its table of settings written anew; the rest of the page is written by hand. */
export function withSettings(page: string): string {
  const before = page.slice(0, page.indexOf(BEGIN));
  const after = page.slice(page.indexOf(END));
  return `${before}${BEGIN}\n\n${settingsTable().join('\n')}\n\n${after}`;
}

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
