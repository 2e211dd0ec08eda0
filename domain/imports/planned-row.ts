/** One thing wrong with one cell. */
export interface RowProblem {
  /** The column's heading. */
  readonly title: string;
  /** The reason in Chinese, what would be right included. */
  readonly text: string;
}

/** One field that becomes another, as words; phones and ID numbers masked. */
export interface FieldChange {
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** What a row of a file would do. `Added` and `Patch` are what is written then. */
export type Outcome<Added, Patch> =
  | { readonly becomes: 'added'; readonly entry: Added }
  | { readonly becomes: 'changed'; readonly changes: readonly FieldChange[]; readonly patch: Patch }
  | { readonly becomes: 'same' }
  | { readonly becomes: 'wrong'; readonly problems: readonly RowProblem[] };

export type Becomes = Outcome<never, never>['becomes'];

/** Rows that name the same thing twice: each hears of the first other one. Empty names are not compared. */
export function twins(
  rows: readonly { readonly row: number; readonly name: string }[],
): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const found = new Map<number, number>();
  for (const { row, name } of rows) {
    if (name === '') continue;
    const other = first.get(name);
    if (other === undefined) first.set(name, row);
    else {
      found.set(row, other);
      if (!found.has(other)) found.set(other, row);
    }
  }
  return found;
}
