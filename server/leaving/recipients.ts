import { staffOf } from '../workflow/case-staff';
import type { Ports } from '../ports';
import type { LeaverDesk } from './leaver-desk';

/** Who receives a notice for the employer, by name: the direct leader and HR, of the branch where there is one. */
export async function recipientsOf(ports: Ports, { org, caller }: LeaverDesk): Promise<readonly string[]> {
  const staff = await staffOf(ports, org, caller, null);
  const { _id, branchId } = caller.employment;
  const leaderId = staff.directory.person(_id)?.leaderId ?? null;
  const hr = [...staff.directory.holders('branch-hr', branchId), ...staff.directory.holders('hr', branchId)];
  const people = [...(leaderId === null ? [] : [leaderId]), ...hr].filter((id) => id !== _id);
  return [...new Set(people)].map((id) => staff.nameOf(id));
}
