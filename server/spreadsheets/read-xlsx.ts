import { columnName, MOST_COLUMNS, MOST_ROWS } from '@domain/spreadsheets/table';
import type { Table, TableFault, TableRow } from '@domain/spreadsheets/table';
import { Workbook, type Worksheet } from 'exceljs';
import { zipDirectory } from '../zip-directory';
import { cellText, NoResult } from './cell-text';

/** What a sheet may unpack to: XML of 5,000 rows is a few megabytes. */
const MOST_UNPACKED = 80 * 1024 * 1024;
const MOST_NAMED = 8;

/** The first visible sheet of an xlsx with everything on it; the header is still among the rows. */
export async function readXlsx(bytes: Uint8Array): Promise<Table | TableFault> {
  const inside = zipDirectory(bytes);
  if (!inside.some(({ name }) => name === 'xl/workbook.xml')) return { why: 'not-a-spreadsheet' };
  const unpacked = inside.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (unpacked > MOST_UNPACKED) return { why: 'too-large', most: MOST_UNPACKED / 1024 / 1024 };
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as never, { ignoreNodes: ['dataValidations', 'drawing'] });
  } catch {
    return { why: 'broken', row: null };
  }
  const shown = workbook.worksheets.filter(({ state, rowCount }) => state === 'visible' && rowCount > 0);
  const [sheet, ...others] = shown;
  if (!sheet) return { why: 'empty' };
  const merged = mergesOf(sheet);
  if (merged.length > 0) return { why: 'merged', cells: merged.slice(0, MOST_NAMED) };
  return rowsOf(
    sheet,
    others.map(({ name }) => name),
  );
}

function rowsOf(sheet: Worksheet, unreadSheets: readonly string[]): Table | TableFault {
  const rows: TableRow[] = [];
  const unknown: string[] = [];
  let tooWide = false;
  sheet.eachRow((row, number) => {
    if (rows.length > MOST_ROWS + 1) return;
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      try {
        const text = cellText(cell.value);
        if (text === '') return;
        if (column > MOST_COLUMNS) tooWide = true;
        else cells[column - 1] = text;
      } catch (error) {
        if (!(error instanceof NoResult)) throw error;
        unknown.push(`${columnName(column - 1)}${number}`);
      }
    });
    if (cells.length > 0) rows.push({ row: number, cells: Array.from(cells, (text) => text ?? '') });
  });
  if (unknown.length > 0) return { why: 'formulas-without-result', cells: unknown.slice(0, MOST_NAMED) };
  if (tooWide) return { why: 'too-many-columns', most: MOST_COLUMNS };
  return { header: [], rows, unreadSheets };
}

/** 'A1:B2'; the library keeps them in its model only. */
const mergesOf = (sheet: Worksheet): readonly string[] =>
  (sheet.model as { readonly merges?: readonly string[] }).merges ?? [];
