import type { Table, TableFault, TableRow } from '@domain/spreadsheets/table';
import { parse } from 'papaparse';
import { trimmed } from './cell-text';

/** Excel's way to keep zeros and long numbers in a CSV: ="00123". */
const KEPT_AS_TEXT = /^="(.*)"$/s;

/** A CSV as text with commas, semicolons or tabs between; null: it is not text. */
export function readCsv(bytes: Uint8Array): Table | TableFault {
  const text = decoded(bytes);
  if (text === null) return { why: 'not-a-spreadsheet' };
  const { data, errors } = parse<string[]>(text, { skipEmptyLines: false });
  // Short and long lines are the header's business; a delimiter that nobody used is one column.
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) return { why: 'broken', row: broken.row === undefined ? null : broken.row + 1 };
  const rows: TableRow[] = data.map((cells, index) => ({
    row: index + 1,
    cells: cells.map((cell) => trimmed(trimmed(cell).replace(KEPT_AS_TEXT, '$1'))),
  }));
  return { header: [], rows, unreadSheets: [] };
}

/**
 * UTF-8, UTF-16 with its mark, or GB18030, which Excel and WPS write on Chinese computers. Node carries all of them
 * (full ICU). A text that is valid UTF-8 is taken for it: GB18030 with Chinese in it hardly ever is.
 */
function decoded(bytes: Uint8Array): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of marked ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // Text has no such characters; a picture that happens to decode has.
      return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
    } catch {
      // Not this one.
    }
  }
  return null;
}
