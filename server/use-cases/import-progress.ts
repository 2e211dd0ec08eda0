import { ok, refuse } from '@domain/result';
import { batchOf, batchView } from '../imports/batch-view';
import { runBatch } from '../imports/run-batch';
import { organisation } from '../organisation';
import { type Answer, useCase } from '../use-case';

/** The page asks about once a second: it sees progress, and the work goes on. */
const A_WHILE_MS = 800;

export const importProgress = useCase('imports.progress', {
  async run(ports, caller, { batchId }): Promise<Answer<'imports.progress'>> {
    const [org, batch] = await Promise.all([organisation(ports), batchOf(ports, caller, batchId)]);
    if (!batch) return refuse('import.unknown', {});
    return ok(batchView(org, ports.clock.now(), await runBatch(ports, batch, A_WHILE_MS)));
  },
});
