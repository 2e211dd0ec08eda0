import type { Ports } from '../ports';
import type { Commit } from '../repositories/commits';
import { doEffects } from './effects';

/**
 * Does what a commit ordered while the person waits. The command has happened by then: an effect that fails is the
 * timer's to repeat and no fault of the answer.
 */
export async function doEffectsNow(ports: Ports, commit: Commit): Promise<void> {
  try {
    await doEffects(ports, commit);
  } catch (error) {
    ports.log.write({ effect: commit._id, attempts: commit.attempts, message: String(error) });
  }
}
