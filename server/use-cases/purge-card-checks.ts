import type { Ports } from '../ports';
import { type CardCheck, cardChecks } from '../repositories/card-checks';
import { cases } from '../repositories/cases';
import { leavings } from '../repositories/leavings';

const AT_A_TIME = 200;
/** A card that was compared and led to no leaving. */
const WAITS_MS = 30 * 24 * 3_600_000;

/** What is left of a comparison goes when the leaving that it was for is closed. Resolves to how many went. */
export async function purgeCardChecks(ports: Ports): Promise<number> {
  let gone = 0;
  for (const check of await cardChecks.oldest(ports.database, AT_A_TIME)) {
    if (await isNeeded(ports, check)) continue;
    await cardChecks.remove(ports.database, check);
    gone += 1;
  }
  return gone;
}

async function isNeeded(
  { database, clock }: Ports,
  { employmentId, consentedAt }: CardCheck,
): Promise<boolean> {
  const caseId = await leavings.caseIdOf(database, employmentId);
  const stored = caseId === null ? null : await cases.read(database, caseId);
  if (stored?.status === 'running') return true;
  // One that was closed before the comparison is another one.
  if ((stored?.state.closedAt ?? 0) > consentedAt) return false;
  return clock.now() < consentedAt + WAITS_MS;
}
