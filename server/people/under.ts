import { looksAfter, type Standing } from '@domain/people/role-order';
import { refuse } from '@domain/result';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';

/** Somebody as the order of roles sees him. */
export const standingOf = ({ _id, branchId, roles }: Employment): Standing => ({
  personId: _id,
  branchId,
  roles,
});

/** Both as they are now: whoever lost his role a moment ago changes nothing any more. */
export interface TwoPeople {
  readonly by: Employment;
  readonly person: Employment;
}

/** Another branch's person is as unknown to a branch's HR as one who does not exist: null. */
export async function personUnder(
  { database }: Ports,
  callerId: string,
  employmentId: string,
): Promise<TwoPeople | null> {
  const found = await employments.ofIds(database, [...new Set([callerId, employmentId])]);
  const by = found.find(({ _id }) => _id === callerId);
  const person = found.find(({ _id }) => _id === employmentId);
  return by && person && looksAfter(standingOf(by), person.branchId) ? { by, person } : null;
}

/** The one branch that somebody looks after; null: all of them. */
export const ownBranchOf = ({ roles, branchId }: Employment): string | null =>
  roles.includes('hr') || roles.includes('admin') ? null : branchId;

/** Whose ID number it is; of somebody in another branch only that it is taken. */
export function numberTaken(by: Employment, { name, branchId }: Employment) {
  const own = ownBranchOf(by);
  return refuse('staff.id-number-taken', { name: own === null || own === branchId ? name : null });
}
