/** A column that a file may have. Found by its heading, wherever it stands. */
export interface TableColumn {
  readonly title: string;
  /** Without it the file is refused; a cell of it may still be empty. */
  readonly required: boolean;
  /** Other headings that mean the same. */
  readonly also?: readonly string[];
}

export interface TableRow {
  /** As the spreadsheet numbers it: the heading is usually row 1, so the first row of people is 2. */
  readonly row: number;
  /** Trimmed text, in the order of the table's header. */
  readonly cells: readonly string[];
}

/** What was read from a file. Rows without any text are left out. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** Sheets with something on them that were not read: only the first visible one is. */
  readonly unreadSheets: readonly string[];
}

/** Why a file is no table. `cells`: 'A1:B2', 'C7'. */
export type TableFault =
  | { readonly why: 'not-a-spreadsheet' | 'old-format' | 'password' | 'empty' }
  /** `row`: where it stops making sense, when known. */
  | { readonly why: 'broken'; readonly row: number | null }
  | { readonly why: 'too-large'; readonly most: number }
  | { readonly why: 'too-many-rows' | 'too-many-columns'; readonly most: number }
  | { readonly why: 'merged' | 'formulas-without-result'; readonly cells: readonly string[] }
  | {
      readonly why: 'columns';
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
      readonly twice: readonly string[];
      /** Every heading that may be there. */
      readonly expected: readonly string[];
    };

/** Rows of people, days or places in one file; the header comes on top. */
export const MOST_ROWS = 5000;
/** A roster of a month has 31 days and a few columns before them. */
export const MOST_COLUMNS = 100;

/** Spaces and the star that marks what must be filled mean nothing in a heading. */
const heading = (text: string): string => text.replace(/\s+/g, '').replace(/[*＊]$/, '');

/** Where each column of the file goes, or what is wrong with its header. */
type Places = { readonly order: readonly (number | null)[]; readonly header: readonly string[] };

/**
 * Brings a table into the order of `columns`: its cells stand as the columns do, an optional column that is not in the
 * file as empty text. Other headings are refused, or kept behind in the file's order (the days of a roster).
 */
export function arrangeColumns(
  table: Table,
  columns: readonly TableColumn[],
  others: 'refuse' | 'keep',
): Table | TableFault {
  const placed = placesOf(table.header, columns, others);
  if ('why' in placed) return placed;
  const { order, header } = placed;
  return {
    ...table,
    header,
    rows: table.rows.map(({ row, cells }) => ({
      row,
      cells: order.map((place) => (place === null ? '' : (cells[place] ?? ''))),
    })),
  };
}

function placesOf(
  found: readonly string[],
  columns: readonly TableColumn[],
  others: 'refuse' | 'keep',
): Places | TableFault {
  const named = found.map(heading);
  const known = new Map<string, number>();
  columns.forEach(({ title, also = [] }, column) => {
    for (const name of [title, ...also]) known.set(heading(name), column);
  });
  const order: (number | null)[] = columns.map(() => null);
  const unknown: number[] = [];
  const twice = new Set<string>();
  const seen = new Set<string>();
  named.forEach((name, place) => {
    const column = known.get(name);
    if (column !== undefined) {
      if (order[column] !== null) twice.add(columns[column]?.title ?? name);
      order[column] = place;
    } else {
      if (seen.has(name) && name !== '') twice.add(found[place] ?? name);
      seen.add(name);
      unknown.push(place);
    }
  });
  const missing = columns
    .filter(({ required }, column) => required && order[column] === null)
    .map(({ title }) => title);
  const refused = others === 'refuse' ? unknown.map((place) => found[place] || `第 ${place + 1} 列`) : [];
  if (missing.length + refused.length + twice.size > 0)
    return {
      why: 'columns',
      missing,
      unknown: refused,
      twice: [...twice],
      expected: columns.map(({ title }) => title),
    };
  return {
    order: others === 'keep' ? [...order, ...unknown] : order,
    header: [
      ...columns.map(({ title }) => title),
      ...(others === 'keep' ? unknown.map((place) => found[place] ?? '') : []),
    ],
  };
}

/** 'A', 'Z', 'AA': the name of a column, counted from 0. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}
