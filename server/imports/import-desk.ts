import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import type { ImportBatch } from '../repositories/import-batches';
import { type StaffChange, staffChanges } from '../repositories/staff-changes';

/** Whoever imports, into which batch. */
export interface ImportDesk {
  readonly ports: Ports;
  readonly org: Organisation;
  readonly batch: ImportBatch;
  readonly by: Employment;
}

/** The line of the person's log that goes with a row, written once: a batch writes a row, and takes it back, once. */
export const logLine = (
  { batch, by, ports }: ImportDesk,
  {
    row,
    employmentId,
    step,
  }: { readonly row: number; readonly employmentId: string; readonly step: 'do' | 'undo' },
  what: string,
): StaffChange => ({
  _id: staffChanges.keyOf(batch._id, `${step}-${row}`),
  subject: staffChanges.ofPerson(employmentId),
  area: 'person',
  at: ports.clock.now(),
  byId: by._id,
  byName: by.name,
  what,
  reason: `导入“${batch.fileName}”第 ${row} 行`,
});
