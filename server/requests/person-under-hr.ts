import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';

/** Somebody whom this HR looks after: of the own branch, or anybody for the company's. Null for everybody else. */
export async function personUnderHr(
  { database }: Ports,
  { employment }: Caller,
  employmentId: string,
): Promise<Employment | null> {
  const { roles, branchId } = employment;
  if (!roles.includes('hr') && !roles.includes('branch-hr')) return null;
  const person = await employments.read(database, employmentId);
  return person && (roles.includes('hr') || person.branchId === branchId) ? person : null;
}
