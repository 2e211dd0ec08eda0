import type { Table, TableColumn } from '@domain/spreadsheets/table';
import { ok, refuse, type Result } from '@domain/result';
import type { Ports } from '../ports';
import type { RefusalOf } from '../use-case';
import { ownPathOf } from '../files/uploads';
import { openSealed } from './sealed-file';

export interface UploadedTable {
  readonly fileId: string;
  readonly name: string;
}

export interface TakenTable extends Table {
  /** For `openTable`, for a day: a dry run now, the rows again when somebody confirms. */
  readonly tableId: string;
}

/**
 * Takes a table that a phone has put into its inbox folder: the cells in the order of the columns, sealed for a day.
 * The uploaded file itself is gone afterwards, read or not.
 */
export async function takeTable(
  ports: Ports,
  openid: string,
  { fileId, name }: UploadedTable,
  columns: readonly TableColumn[],
  others: 'refuse' | 'keep' = 'refuse',
): Promise<Result<TakenTable, RefusalOf<'file.unknown' | 'table.unreadable'>>> {
  // Only what the caller uploaded himself: another's id is as unknown as one that is not there.
  if (ownPathOf(openid, fileId) === null) return refuse('file.unknown', {});
  const answer = await ports.workbooks.read({ fileId, name, columns, others });
  if (!answer) return refuse('file.unknown', {});
  await ports.files.remove(fileId);
  if (!answer.ok) return refuse('table.unreadable', answer.fault);
  const table = await openTable(ports, answer.tableId);
  return table ? ok({ ...table, tableId: answer.tableId }) : refuse('file.unknown', {});
}

/** A table that was taken; null when its day is over. */
export const openTable = async (ports: Ports, tableId: string): Promise<Table | null> =>
  (await openSealed(ports, tableId)) as Table | null;
