import type { Ports } from '../ports';
import { runClosing } from '../months/run-closing';
import { monthClosings } from '../repositories/month-closings';

const RUNS_A_TICK = 2;
/** Of the minute that the timer has. */
const BUDGET_MS = 8000;

/** The clock's part: a lock that nobody watches any more goes on. */
export async function goOnClosing(ports: Ports): Promise<number> {
  let done = 0;
  for (const closing of await monthClosings.running(ports.database, RUNS_A_TICK))
    done += (await runClosing(ports, closing, BUDGET_MS)).done - closing.done;
  return done;
}
