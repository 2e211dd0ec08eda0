import type { TableColumn, TableFault } from '@domain/spreadsheets/table';

/** An uploaded file that should be a table. */
export interface ReadOrder {
  readonly fileId: string;
  /** What the person called it. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** What becomes of columns with other headings. */
  readonly others: 'refuse' | 'keep';
}

export type ReadAnswer =
  /** Opens with kept-table.ts, for a day. */
  { readonly ok: true; readonly tableId: string } | { readonly ok: false; readonly fault: TableFault };

/** What the function `workbooks` does for the others: it alone loads the code of spreadsheets. */
export interface Workbooks {
  /** Reads a file, brings it into the order of the columns, and keeps it sealed; null: there is no such file. */
  read(order: ReadOrder): Promise<ReadAnswer | null>;
  /**
   * Sets the function to work at an export; comes back when that is over or after about a second, whichever is first:
   * the work goes on without a listener.
   */
  nudge(exportId: string): Promise<void>;
}
