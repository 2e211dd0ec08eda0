import { HANDOVER_LEAD_MINUTES } from '@domain/approval/directory';
import { instantOf } from '@domain/time/instant';
import { type Organisation, organisation } from '../organisation';
import type { Ports } from '../ports';
import { dutyHandovers } from '../repositories/duty-handovers';
import { type Employment, employments } from '../repositories/employments';
import { accessEndOf } from '../workflow/access-end';
import { freshDelegations } from '../workflow/recent-delegations';
import { isEmpty, plannedDuties } from './plan-of';
import { closeHrItems, tellHr } from './tell-hr';

/**
 * Somebody got an end date, another one, or stays after all: says when his tasks move, and asks HR about the roles and
 * units he holds. Resolves to how many people were looked at.
 */
export async function planDuties(ports: Ports): Promise<number> {
  const changed = await employments.withUnplannedEnd(ports.database, 50);
  if (changed.length === 0) return 0;
  const org = await organisation(ports);
  await freshDelegations(ports);
  for (const employment of changed) {
    await planFor(ports, org, employment);
    await employments.endPlanned(ports.database, employment);
  }
  return changed.length;
}

async function planFor(ports: Ports, org: Organisation, leaver: Employment): Promise<void> {
  const before = await dutyHandovers.read(ports.database, leaver._id);
  const { lastDay, ending } = leaver;
  const accessEnd = accessEndOf(org, leaver);
  if (before && before.lastDay !== lastDay) await closeHrItems(ports, before);
  if (lastDay === null || accessEnd === null || !ending) {
    if (before) await dutyHandovers.keep(ports.database, { ...before, state: 'void', tasksMoveAt: null });
    return;
  }
  const { plan } = await plannedDuties(ports, org, leaver, null);
  const handover = {
    _id: leaver._id,
    caseId: ending.caseId,
    lastDay,
    // What was confirmed is not held any more, so the plan is empty then.
    state: isEmpty(plan) ? (before?.state === 'confirmed' ? 'confirmed' : 'nothing') : 'open',
    tasksMoveAt: instantOf(accessEnd - HANDOVER_LEAD_MINUTES * 60_000),
    confirmedBy: before?.confirmedBy ?? null,
    confirmedAt: before?.confirmedAt ?? null,
  } as const;
  await dutyHandovers.keep(ports.database, handover);
  if (handover.state === 'open') await tellHr(ports, org, leaver, handover, 'duties.hand-over');
}
