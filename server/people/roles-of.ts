import { type HeldRole, isGivenRole, ROLE_TITLES } from '@domain/people/role-order';
import { hasLeft } from '../has-left';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import type { OrganisationDocument } from '../repositories/organisations';

const isSame = (one: { role: string; branchId: string | null }, other: HeldRole): boolean =>
  one.role === other.role && one.branchId === other.branchId;

/**
 * What somebody holds: the grants that flows ask for, and roles of the employment without one (from before grants were
 * kept).
 */
export function heldRoles(
  { grants }: Pick<OrganisationDocument, 'grants'>,
  { _id, roles, branchId }: Employment,
): readonly HeldRole[] {
  const granted = grants.flatMap((one) =>
    one.personId === _id && isGivenRole(one.role) ? [{ role: one.role, branchId: one.branchId }] : [],
  );
  const bare = roles
    .filter(isGivenRole)
    .filter((role) => !granted.some((one) => one.role === role))
    .map((role) => ({ role, branchId: role === 'branch-hr' ? branchId : null }));
  return [...granted, ...bare];
}

/** Grants and roles once somebody is given this one, or it is taken: what flows ask and what lets in stay one. */
export function afterRole(
  { grants }: Pick<OrganisationDocument, 'grants'>,
  person: Employment,
  role: HeldRole,
  give: boolean,
): { readonly grants: OrganisationDocument['grants']; readonly roles: Employment['roles'] } {
  const others = grants.filter((one) => one.personId !== person._id || !isSame(one, role));
  const after = give ? [...others, { ...role, personId: person._id }] : others;
  const keeps = give || after.some((one) => one.personId === person._id && one.role === role.role);
  const rest = person.roles.filter((one) => one !== role.role);
  return { grants: after, roles: keeps ? [...rest, role.role] : rest };
}

/** '人事', '分支人事 · 苏州工厂' */
export const roleTitle = (org: Organisation, { role, branchId }: HeldRole): string =>
  branchId === null ? ROLE_TITLES[role] : `${ROLE_TITLES[role]} · ${org.branchName(branchId)}`;

/** Whoever is an administrator and has not left. */
export async function adminsNow(ports: Ports): Promise<readonly string[]> {
  const staying: string[] = [];
  for (const one of await employments.holding(ports.database, 'admin'))
    if (!(await hasLeft(ports, one))) staying.push(one._id);
  return staying;
}
