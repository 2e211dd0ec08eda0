import { organisation, recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { pushWaiting } from '../messages/push-item';
import { doWaitingEffects } from '../workflow/effects';
import { moveBySystem } from '../workflow/move-by-system';
import { freshDelegations } from '../workflow/recent-delegations';

const AT_A_TIME = 100;

/** Reminders, escalations and waits that are due: reads only the cases whose time has come. Resolves to how many moved. */
export async function wakeCases(ports: Ports): Promise<number> {
  const due = await cases.toWake(ports.database, ports.clock.now(), AT_A_TIME);
  if (due.length === 0) return 0;
  const org = await recentOrganisation(ports);
  await freshDelegations(ports);
  let moved = 0;
  for (const stored of due) {
    const id = `tick-${stored._id}-${stored.nextWakeAt}`;
    if (await moveBySystem(ports, org, stored, { id, part: 'timer' }, { kind: 'tick' })) moved += 1;
  }
  return moved;
}

/**
 * Cases that found nobody to ask, or no due date, are tried once under every organisation that comes after: a vacancy
 * may be filled, the calendar longer. Resolves to how many went on.
 */
export async function retryStuckCases(ports: Ports): Promise<number> {
  const org = await organisation(ports);
  const stuck = await cases.stuckBefore(ports.database, org.revision, AT_A_TIME);
  if (stuck.length === 0) return 0;
  await freshDelegations(ports);
  let moved = 0;
  for (const stored of stuck) {
    const occasion = { id: `tick-${stored._id}-under-${org.revision}`, part: 'timer' } as const;
    if (await moveBySystem(ports, org, stored, occasion, { kind: 'tick' })) moved += 1;
    else await cases.stillStuck(ports.database, stored, org.revision);
  }
  return moved;
}

/** The outbox, and pushes that waited for the morning. */
export const finishEffects = doWaitingEffects;

export async function ringInTheMorning(ports: Ports): Promise<number> {
  return pushWaiting(ports, await recentOrganisation(ports));
}
