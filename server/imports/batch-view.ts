import type { OutputOf } from '@contract/contract';
import { instantOf } from '@domain/time/instant';
import type { Caller } from '../caller';
import type { Organisation } from '../organisation';
import { ownBranchOf } from '../people/under';
import type { Ports } from '../ports';
import { type ImportBatch, importBatches } from '../repositories/import-batches';
import { LIVES_MS } from '../spreadsheets/temporary-files';
import { momentText } from '../wall-text';
import { toWrite } from './run-batch';

type View = OutputOf<'imports.progress'>;

/** A batch that the caller may see; null for another branch's as for one that is not there. */
export async function batchOf(ports: Ports, { employment }: Caller, id: string): Promise<ImportBatch | null> {
  const batch = await importBatches.read(ports.database, id);
  const ownBranchId = ownBranchOf(employment);
  return batch && (ownBranchId === null || batch.branchId === ownBranchId) ? batch : null;
}

export const hasExpired = ({ at }: ImportBatch, now: number): boolean => now >= at + LIVES_MS;

export const mayUndo = ({ kind, stage, state, written }: ImportBatch): boolean =>
  kind === 'people' && stage === 'writing' && state === 'done' && written.added + written.changed > 0;

export function batchView(org: Organisation, now: number, batch: ImportBatch): View {
  const { kind, fileName, byName, at, counts, unreadSheets, stage, written } = batch;
  const undoing = stage === 'undoing';
  return {
    batchId: batch._id,
    kind,
    fileName,
    byText: `${byName} ${momentText(org.zone, instantOf(at))}`,
    state: stateOf(batch, now),
    counts,
    unreadSheets,
    done: undoing ? batch.undone + batch.keptCount : batch.done,
    total: undoing ? written.added + written.changed : toWrite(batch),
    written,
    leftOut: batch.leftOut,
    leftOutCount: batch.leftOutCount,
    kept: batch.kept,
    keptCount: batch.keptCount,
    undone: batch.undone,
    mayUndo: mayUndo(batch),
  };
}

function stateOf(batch: ImportBatch, now: number): View['state'] {
  const runs = batch.state === 'running';
  if (batch.stage === 'undoing') return runs ? 'undoing' : 'undone';
  if (batch.stage === 'writing') return runs ? 'writing' : 'written';
  return hasExpired(batch, now) ? 'expired' : 'checked';
}
