import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { delegations } from '../repositories/delegations';
import { type DutyHandover, dutyHandovers } from '../repositories/duty-handovers';
import { employments } from '../repositories/employments';
import { moveBySystem } from '../workflow/move-by-system';
import { freshDelegations } from '../workflow/recent-delegations';
import { tellHr } from './tell-hr';

/** Far more than anybody has on his desk. */
const MOST_CASES = 1000;

/** Three days before somebody's access ends, whatever he still holds goes to others. Resolves to how many cases moved. */
export async function moveDuties(ports: Ports): Promise<number> {
  let moved = 0;
  for (const handover of await dutyHandovers.toMove(ports.database, ports.clock.now(), 50)) {
    moved += await moveHeldTasks(ports, handover);
    if (handover.state !== 'open') continue;
    const leaver = await employments.read(ports.database, handover._id);
    if (leaver) await tellHr(ports, await recentOrganisation(ports), leaver, handover, 'duties.overdue');
  }
  return moved;
}

/**
 * The tasks that a leaver holds go to others by the rule of each step; stand-ins from and to him end. May run again
 * after a crash. Resolves to how many cases moved.
 */
export async function moveHeldTasks(ports: Ports, handover: DutyHandover): Promise<number> {
  const { _id: person, lastDay } = handover;
  const org = await recentOrganisation(ports);
  for (const one of await freshDelegations(ports))
    if (one.toId === person || one.fromId === person)
      await delegations.end(ports.database, one._id, one.fromId, ports.clock.now());
  await freshDelegations(ports);
  let moved = 0;
  for (const stored of await cases.heldBy(ports.database, person, MOST_CASES)) {
    // The person's own case stays his: whoever leaves finishes his own leaving.
    if (stored.applicantId === person) continue;
    const id = `reassign-${stored._id}-${person}-${lastDay}-${stored.revision}`;
    if (await moveBySystem(ports, org, stored, { id, part: 'staffing' }, { kind: 'reassign', person }))
      moved += 1;
  }
  await dutyHandovers.moved(ports.database, handover);
  return moved;
}
