import type { Case } from './case';
import { openNodes } from './case';
import type { PersonId } from './names';

/** Everyone who holds a task that is still to be done, and those for whom somebody stands in there. */
export function holdersOf(state: Case): readonly PersonId[] {
  const holders = Object.values(state.tasks)
    .filter(({ status }) => status === 'open' || status === 'planned')
    .flatMap(({ assignee, onBehalfOf }) => (onBehalfOf === null ? [assignee] : [assignee, onBehalfOf]));
  return [...new Set(holders)];
}

/** Whether the case waits for the world to change: nobody could be asked, or no due date could be computed. */
export const isStuck = (state: Case): boolean =>
  state.status === 'running' &&
  openNodes(state).some(({ stalled, dueProblem }) => stalled !== null || dueProblem !== null);
