import type { Column, Table } from './paper';
import { ACCENT, PAGE, RULE, SIZE, SOFT, TEXT_WIDTH } from './sheet';
import type { Sheet, TextStyle } from './sheet';

const PADDING = { x: 6, y: 5 } as const;
/** A head with a row below it. */
const ROOM_TO_BEGIN = 72;

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly column: Column;
}

/** Rows never break over a page; the head is repeated on each. */
export function drawTable(sheet: Sheet, { columns, rows, sums = [] }: Table): void {
  const cells = cellsOf(columns);
  sheet.need(ROOM_TO_BEGIN);
  drawHead(sheet, cells);
  for (const row of rows) drawRow(sheet, cells, row, false);
  for (const row of sums) drawRow(sheet, cells, row, true);
  sheet.y += 14;
}

function cellsOf(columns: readonly Column[]): readonly Cell[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x: number = PAGE.left;
  return columns.map((column) => {
    const width = (TEXT_WIDTH * column.share) / whole;
    const cell = { x, width, column };
    x += width;
    return cell;
  });
}

const styleOf = ({ align, fine }: Column, strong = false): TextStyle => ({
  size: fine ? SIZE.fine : SIZE.table,
  align: align ?? 'left',
  leading: 1.5,
  strong,
});

const inner = ({ width }: Cell): number => width - 2 * PADDING.x;

function drawHead(sheet: Sheet, cells: readonly Cell[]): void {
  drawCells(
    sheet,
    cells,
    cells.map(({ column }) => column.title),
    (column) => ({
      ...styleOf({ ...column, fine: false }),
      colour: SOFT,
    }),
  );
  sheet.rule(sheet.y, PAGE.left, PAGE.width - PAGE.right, ACCENT);
}

function drawRow(sheet: Sheet, cells: readonly Cell[], row: readonly string[], isSum: boolean): void {
  const before = sheet.y;
  cells.forEach((cell, index) =>
    sheet.needFor(row[index] ?? '', inner(cell), styleOf(cell.column), 2 * PADDING.y),
  );
  if (sheet.y < before) drawHead(sheet, cells);
  drawCells(sheet, cells, row, (column) => styleOf(column, isSum));
  sheet.rule(sheet.y, PAGE.left, PAGE.width - PAGE.right, isSum ? ACCENT : RULE);
}

/** Draws one line of cells and moves below the highest of them. */
function drawCells(
  sheet: Sheet,
  cells: readonly Cell[],
  texts: readonly string[],
  style: (column: Column) => TextStyle,
): void {
  const heights = cells.map((cell, index) =>
    sheet.textAt(
      texts[index] ?? '',
      cell.x + PADDING.x,
      sheet.y + PADDING.y,
      inner(cell),
      style(cell.column),
    ),
  );
  sheet.y += Math.max(...heights) + 2 * PADDING.y;
}
