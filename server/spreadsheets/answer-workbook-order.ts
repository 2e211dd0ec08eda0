import { arrangeColumns } from '@domain/spreadsheets/table';
import type { Ports } from '../ports';
import { runExport } from './run-export';
import { readTable } from './read-table';
import { keepSealed } from './sealed-file';
import type { ReadAnswer, ReadOrder } from './workbooks';

export type WorkbookOrder =
  ({ readonly do: 'read' } & ReadOrder) | { readonly do: 'write'; readonly exportId: string };

/** Does what another function orders. */
export async function answerWorkbookOrder(ports: Ports, event: unknown): Promise<unknown> {
  const order = event as WorkbookOrder;
  switch (order.do) {
    case 'read':
      return readOrder(ports, order);
    case 'write':
      await runExport(ports, order.exportId);
      return true;
    default:
      throw new Error(`workbooks cannot do ${JSON.stringify(event)?.slice(0, 80)}`);
  }
}

async function readOrder(ports: Ports, order: ReadOrder): Promise<ReadAnswer | null> {
  const bytes = await ports.files.read(order.fileId);
  if (!bytes) return null;
  const read = await readTable(bytes, order.name);
  const table = 'why' in read ? read : arrangeColumns(read, order.columns, order.others);
  if ('why' in table) return { ok: false, fault: table };
  return { ok: true, tableId: await keepSealed(ports, 'tables', table) };
}
