import { ok, refuse } from '@domain/result';
import { batchOf, batchView, hasExpired } from '../imports/batch-view';
import { runBatch, toWrite } from '../imports/run-batch';
import { organisation } from '../organisation';
import { importBatches } from '../repositories/import-batches';
import { type Answer, useCase } from '../use-case';

/** Small files are done with the answer. */
const A_WHILE_MS = 1500;

export const applyImport = useCase('imports.apply', {
  async run(ports, caller, { batchId, wholeOnly }): Promise<Answer<'imports.apply'>> {
    const { database, clock } = ports;
    const [org, batch] = await Promise.all([organisation(ports), batchOf(ports, caller, batchId)]);
    // What the check found was for whoever asked for it: another may reach other people.
    if (batch?.by !== caller.employment._id) return refuse('import.unknown', {});
    const now = clock.now();
    if (batch.stage !== 'checked') return ok(batchView(org, now, batch));
    if (hasExpired(batch, now)) return refuse('import.expired', {});
    if (toWrite(batch) === 0) return refuse('import.nothing', {});
    if (wholeOnly && batch.counts.wrong > 0)
      return refuse('import.has-wrong-rows', { wrong: batch.counts.wrong });
    // Whoever began at the same moment: both watch the same work.
    await importBatches.begin(database, batch, 'checked', 'writing', caller.employment._id);
    const begun = (await importBatches.read(database, batchId)) ?? batch;
    return ok(batchView(org, now, await runBatch(ports, begun, A_WHILE_MS)));
  },
});
