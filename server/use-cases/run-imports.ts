import { runBatch } from '../imports/run-batch';
import type { Ports } from '../ports';
import { importBatches } from '../repositories/import-batches';

const BATCHES_A_TICK = 2;
/** Of the minute that the timer has, for each. */
const BUDGET_MS = 8000;

/** The clock's part: imports that nobody watches go on. */
export async function runImports(ports: Ports): Promise<number> {
  let done = 0;
  for (const batch of await importBatches.running(ports.database, BATCHES_A_TICK))
    done += (await runBatch(ports, batch, BUDGET_MS)).done - batch.done;
  return done;
}
