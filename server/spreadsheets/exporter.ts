import type { ExportOrder } from '@contract/exports';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import type { Cell, WorkbookSheet } from './write-workbook';

export interface ExportedRow {
  /** Place among the plan's sheets. */
  readonly sheet: number;
  readonly cells: readonly Cell[];
}

/** A few hundred rows. */
export interface ExportPart {
  readonly rows: readonly ExportedRow[];
  /** How much of the total is done with this part. */
  readonly done: number;
  /** Where another worker goes on after this part, should this one be cut off. */
  readonly after: string;
}

export interface ExportPlan {
  /** With its ending. */
  readonly fileName: string;
  readonly sheets: readonly WorkbookSheet[];
  /** In whatever the parts count: people, rows. */
  readonly total: number;
  /** @param after the `after` of the last part that was kept; null: from the beginning */
  parts(after: string | null): AsyncIterable<ExportPart>;
}

export type OrderOf<What extends ExportOrder['what']> = Extract<ExportOrder, { readonly what: What }>;

/**
 * Makes the plan of one workbook for one person; null: nothing of it is his. It is made anew whenever a worker takes
 * over, with the roles that the person has then.
 */
export type Exporter<What extends ExportOrder['what']> = (
  ports: Ports,
  by: Employment,
  order: OrderOf<What>,
) => Promise<ExportPlan | null>;

/** A workbook without rows: headings to be filled in. */
export async function* noParts(): AsyncGenerator<ExportPart> {}
