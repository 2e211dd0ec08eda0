import type { Instant } from '../time/instant';
import type { Delegation } from './delegation';
import type { Directory } from './directory';
import type { WorkClock } from './work-clock';

/** What the world looks like when a command arrives. Nothing of it is kept in the case except by events. */
export interface Context {
  readonly now: Instant;
  readonly clock: WorkClock;
  readonly directory: Directory;
  readonly delegations: readonly Delegation[];
}
