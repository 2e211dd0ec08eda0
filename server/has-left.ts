import { recentOrganisation } from './organisation';
import type { Ports } from './ports';
import type { Employment } from './repositories/employments';
import { accessEndOf } from './workflow/access-end';

/** Whether a person's access has ended. No read while no last day is known. */
export async function hasLeft(ports: Ports, employment: Employment): Promise<boolean> {
  if (employment.lastDay === null) return false;
  const endsAt = accessEndOf(await recentOrganisation(ports), employment);
  return endsAt !== null && endsAt <= ports.clock.now();
}
