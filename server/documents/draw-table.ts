import type { Column, Table } from './paper';
import { ACCENT, LOWEST, PAGE, RULE, SIZE, SOFT, TEXT_WIDTH } from './sheet';
import type { SetText, Sheet, TextStyle } from './sheet';

const PADDING = { x: 6, y: 5 } as const;

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly column: Column;
}

/** A row stays on one page; the head is repeated on each. */
export function drawTable(sheet: Sheet, { columns, rows, sums = [] }: Table): void {
  const cells = cellsOf(columns);
  const head = setRow(
    sheet,
    cells,
    columns.map(({ title }) => title),
    (column) => ({
      ...styleOf({ ...column, fine: false }),
      colour: SOFT,
    }),
  );
  const drawHead = () => drawRow(sheet, cells, head, ACCENT);
  const bodies = [
    ...rows.map((row) => ({ set: setRow(sheet, cells, row, styleOf), colour: RULE })),
    ...sums.map((row) => ({ set: setRow(sheet, cells, row, strongStyleOf), colour: ACCENT })),
  ];
  sheet.need(heightOf(head) + heightOf(bodies[0]?.set ?? []));
  drawHead();
  for (const { set, colour } of bodies) {
    if (sheet.need(Math.min(heightOf(set), LOWEST - PAGE.top - heightOf(head)))) drawHead();
    drawRow(sheet, cells, set, colour);
  }
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

const styleOf = ({ align, fine }: Column): TextStyle => ({
  size: fine ? SIZE.fine : SIZE.table,
  align: align ?? 'left',
  leading: 1.5,
});

const strongStyleOf = (column: Column): TextStyle => ({ ...styleOf(column), strong: true });

const setRow = (
  sheet: Sheet,
  cells: readonly Cell[],
  texts: readonly string[],
  style: (column: Column) => TextStyle,
): readonly SetText[] =>
  cells.map(({ width, column }, index) =>
    sheet.set(texts[index] ?? '', width - 2 * PADDING.x, style(column)),
  );

const heightOf = (row: readonly SetText[]): number =>
  2 * PADDING.y + Math.max(0, ...row.map(({ height }) => height));

function drawRow(sheet: Sheet, cells: readonly Cell[], row: readonly SetText[], colour: string): void {
  cells.forEach(({ x }, index) => {
    const text = row[index];
    if (text) sheet.draw(text, x + PADDING.x, sheet.y + PADDING.y);
  });
  sheet.y += heightOf(row);
  sheet.rule(sheet.y, colour);
}
