import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { type DelegationDocument, delegations } from '../repositories/delegations';
import { moveBySystem } from './move-by-system';
import { freshDelegations } from './recent-delegations';

/** Far more than anybody has on his desk; what is left follows with the next tick. */
const AT_A_TIME = 1000;

/**
 * The tasks that are open already go to the stand-in when a delegation begins, and come back when it was ended early.
 * Resolves to how many cases moved. May run again after a crash: each case follows once.
 */
export async function followDelegation(ports: Ports, document: DelegationDocument): Promise<number> {
  const org = await recentOrganisation(ports);
  await freshDelegations(ports);
  const held = await cases.heldBy(ports.database, document.fromId, AT_A_TIME);
  let moved = 0;
  for (const stored of held) {
    const occasion = {
      id: `tick-${stored._id}-${document._id}-${document.until}`,
      part: 'staffing',
    } as const;
    if (await moveBySystem(ports, org, stored, occasion, { kind: 'tick' })) moved += 1;
  }
  await delegations.followed(ports.database, document);
  return moved;
}

/** Delegations that have begun, or whose follow-up was cut off. */
export async function followDelegations(ports: Ports): Promise<number> {
  const waiting = await delegations.toFollow(ports.database, ports.clock.now(), 50);
  let moved = 0;
  for (const document of waiting) moved += await followDelegation(ports, document);
  return moved;
}
