import { type HandOverPlan, planHandOver } from '@domain/approval/hand-over-roles';
import { type Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { readStaff, type Staff, staffEntry } from '../workflow/staff';

export interface PlannedDuties {
  readonly plan: HandOverPlan;
  readonly staff: Staff;
}

/** What somebody who leaves holds, and who would take it over: the named successor, else by rule. */
export async function plannedDuties(
  ports: Ports,
  org: Organisation,
  leaver: Employment,
  successorId: string | null,
): Promise<PlannedDuties> {
  const { heads, grants } = org.published;
  const named = successorId === null ? [] : [successorId];
  const staff = await readStaff(ports, org, [staffEntry(org, leaver, ports.clock.now())], named);
  const ids = [...Object.values(heads), ...grants.map(({ personId }) => personId), leaver._id, ...named];
  const people = [...new Set(ids)].flatMap((id) => (id === null ? [] : (staff.directory.person(id) ?? [])));
  const units = Object.entries(heads).map(([id, headId]) => ({ id, headId }));
  const list = { people, units, grants };
  const plan = planHandOver(list, staff.delegations, leaver._id, ports.clock.now(), successorId);
  return { plan, staff };
}

export const isEmpty = ({ roles, heads }: HandOverPlan): boolean => roles.length === 0 && heads.length === 0;
