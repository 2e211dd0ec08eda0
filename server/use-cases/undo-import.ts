import { ok, refuse } from '@domain/result';
import { batchOf, batchView, mayUndo } from '../imports/batch-view';
import { runBatch } from '../imports/run-batch';
import { organisation } from '../organisation';
import { importBatches } from '../repositories/import-batches';
import { type Answer, useCase } from '../use-case';

const A_WHILE_MS = 1500;

export const undoImport = useCase('imports.undo', {
  async run(ports, caller, { batchId }): Promise<Answer<'imports.undo'>> {
    const { database, clock } = ports;
    const [org, batch] = await Promise.all([organisation(ports), batchOf(ports, caller, batchId)]);
    if (!batch) return refuse('import.unknown', {});
    if (batch.stage === 'undoing') return ok(batchView(org, clock.now(), batch));
    if (!mayUndo(batch)) return refuse('import.not-undoable', {});
    await importBatches.begin(database, batch, 'writing', 'undoing', caller.employment._id);
    const begun = (await importBatches.read(database, batchId)) ?? batch;
    return ok(batchView(org, clock.now(), await runBatch(ports, begun, A_WHILE_MS)));
  },
});
