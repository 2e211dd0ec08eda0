import { PassThrough } from 'node:stream';
import { stream, type Worksheet } from 'exceljs';

/** A cell: text stays text whatever it begins with, so that a name never becomes a formula. */
export type Cell = string | number | null;

export interface SheetColumn {
  readonly title: string;
  /** In characters of the usual font; a Chinese character takes two. */
  readonly width?: number;
  /** For numbers that are names: phones, ID numbers. What HR types below keeps its zeros and all its digits. */
  readonly isText?: boolean;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}

const DEFAULT_WIDTH = 12;
/** Excel's text format. */
const TEXT = { numFmt: '@' };
/** Written as text it is none; in text format it stays none when somebody opens the cell and presses enter. */
const LOOKS_LIKE_A_FORMULA = /^[=+\-@\t\r]/;
const HEADER_STAYS = { views: [{ state: 'frozen' as const, ySplit: 1 }] };

/** A workbook that grows row by row; the rows before are on their way into the zip and cost no memory. */
export interface GrowingWorkbook {
  /** @param sheet its place among the sheets; rows of one sheet come one after another, sheets in any order */
  add(sheet: number, cells: readonly Cell[]): void;
  /** Ends it; resolves to the bytes of the xlsx. */
  finish(): Promise<Uint8Array>;
}

/** Begins an xlsx with a frozen, bold header on each sheet. Texts lie in the rows themselves: no table of them grows. */
export function growWorkbook(sheets: readonly WorkbookSheet[]): GrowingWorkbook {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => out.on('end', resolve).on('error', reject));
  const writer = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  writer.creator = '周到';
  const written = sheets.map((sheet) =>
    begun(writer.addWorksheet(sheetName(sheet.name), HEADER_STAYS), sheet),
  );
  return {
    add(sheet, cells) {
      const row = written[sheet]?.addRow(cells.map(cellOf));
      cells.forEach((cell, place) => {
        if (typeof cell === 'string' && LOOKS_LIKE_A_FORMULA.test(cell))
          Object.assign(row?.getCell(place + 1) ?? {}, TEXT);
      });
      row?.commit();
    },
    async finish() {
      for (const one of written) one.commit();
      await writer.commit();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}

function begun(worksheet: Worksheet, { columns }: WorkbookSheet): Worksheet {
  worksheet.columns = columns.map(({ width = DEFAULT_WIDTH, isText = false }) => ({
    width,
    ...(isText && { style: TEXT }),
  }));
  const header = worksheet.addRow(columns.map(({ title }) => title));
  header.font = { bold: true };
  header.commit();
  return worksheet;
}

/**
 * A string is written as an inline text, which no program reads as a formula. Characters that XML cannot carry are
 * left out; NaN and infinity have no cell either.
 */
const cellOf = (cell: Cell): Cell => {
  if (typeof cell === 'string')
    return cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
};

/** Excel takes 31 characters and none of these. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
