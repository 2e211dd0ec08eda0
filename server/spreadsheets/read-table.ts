import { MOST_COLUMNS, MOST_ROWS, type Table, type TableFault } from '@domain/spreadsheets/table';
import { readCsv } from './read-csv';

export const MOST_MEGABYTES = 10;

/** An Office file of before 2007, or a newer one behind a password: both lie in this container. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const NAMES = /\.(xlsx|csv|txt)$/i;

/**
 * Reads a CSV or xlsx: the first row with text is the header, the rows below keep the numbers that the spreadsheet
 * gives them. What cannot be read is a value, not an exception.
 *
 * @param name what the person called it; the bytes decide
 */
export async function readTable(bytes: Uint8Array, name: string): Promise<Table | TableFault> {
  if (bytes.length > MOST_MEGABYTES * 1024 * 1024) return { why: 'too-large', most: MOST_MEGABYTES };
  if (bytes.length === 0) return { why: 'empty' };
  if (starts(bytes, OLD_CONTAINER)) return { why: isLocked(bytes) ? 'password' : 'old-format' };
  if (/\.xls$/i.test(name)) return { why: 'old-format' };
  if (!NAMES.test(name)) return { why: 'not-a-spreadsheet' };
  const read = starts(bytes, ZIP) ? await (await import('./read-xlsx')).readXlsx(bytes) : readCsv(bytes);
  return 'why' in read ? read : withHeader(read);
}

function withHeader(read: Table): Table | TableFault {
  const [first, ...rows] = read.rows.filter(({ cells }) => cells.some((text) => text !== ''));
  if (!first) return { why: 'empty' };
  const header = withoutTail(first.cells);
  if (rows.length > MOST_ROWS) return { why: 'too-many-rows', most: MOST_ROWS };
  // A cell beyond the header has no name: it counts as a column without one.
  const width = Math.max(header.length, ...rows.map(({ cells }) => withoutTail(cells).length));
  if (width > MOST_COLUMNS) return { why: 'too-many-columns', most: MOST_COLUMNS };
  const wide = (cells: readonly string[]) => Array.from({ length: width }, (_, place) => cells[place] ?? '');
  return {
    ...read,
    header: wide(header),
    rows: rows.map(({ row, cells }) => ({ row, cells: wide(cells) })),
  };
}

const withoutTail = (cells: readonly string[]): readonly string[] =>
  cells.slice(
    0,
    cells.reduce((end, text, place) => (text === '' ? end : place + 1), 0),
  );

const starts = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

/** The container's directory names its streams in UTF-16. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
