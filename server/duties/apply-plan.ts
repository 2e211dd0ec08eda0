import { ROLES, type Role } from '@contract/roles';
import type { HandOverPlan } from '@domain/approval/hand-over-roles';
import { reviseCompany } from '../people/revise-company';
import type { Ports } from '../ports';
import { dutyHandovers } from '../repositories/duty-handovers';
import { type Employment, employments } from '../repositories/employments';
import type { OrganisationDocument } from '../repositories/organisations';

/**
 * Publishes the organisation in which the duties are others', marks them confirmed and gives roles to whoever takes
 * them over, all or nothing. Resolves to false when another version came into force meanwhile.
 */
export async function applyPlan(
  ports: Ports,
  before: OrganisationDocument,
  leaver: Employment,
  plan: HandOverPlan,
  confirmedBy: string,
): Promise<boolean> {
  const heirs = await employments.ofIds(ports.database, heirsOf(plan));
  return reviseCompany(ports, before, dutiesAfter(before, plan, leaver._id), async (transaction) => {
    await dutyHandovers.confirm(transaction, leaver._id, confirmedBy, ports.clock.now());
    for (const { _id, roles } of rolesAfter(plan, leaver, heirs))
      await employments.update(transaction, _id, { set: { roles } });
  });
}

export function dutiesAfter(
  { heads, grants }: Pick<OrganisationDocument, 'heads' | 'grants'>,
  plan: HandOverPlan,
  leaverId: string,
): Pick<OrganisationDocument, 'heads' | 'grants'> {
  const handed = plan.roles.flatMap(({ grant, to }) => (to === null ? [] : [{ ...grant, personId: to }]));
  const kept = grants.filter(({ personId }) => personId !== leaverId);
  const isNew = (one: (typeof handed)[number]) =>
    !kept.some(
      ({ role, personId, branchId }) =>
        role === one.role && personId === one.personId && branchId === one.branchId,
    );
  return {
    heads: { ...heads, ...Object.fromEntries(plan.heads.map(({ unitId, to }) => [unitId, to])) },
    grants: [...kept, ...handed.filter(isNew)],
  };
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

const givenUp = ({ roles, heads }: HandOverPlan): readonly Role[] => [
  ...roles.map(({ grant }) => grant.role).filter(isRole),
  ...(heads.length > 0 ? (['leader'] as const) : []),
];

const receivedBy = ({ roles, heads }: HandOverPlan, person: string): readonly Role[] => [
  ...roles
    .filter(({ to }) => to === person)
    .map(({ grant }) => grant.role)
    .filter(isRole),
  ...(heads.some(({ to }) => to === person) ? (['leader'] as const) : []),
];

/** Whoever's roles change, with those they have then; a write that changes nothing counts as none. */
function rolesAfter(
  plan: HandOverPlan,
  leaver: Employment,
  heirs: readonly Employment[],
): readonly { readonly _id: string; readonly roles: readonly Role[] }[] {
  const left = leaver.roles.filter((role) => !givenUp(plan).includes(role));
  const changed = heirs.flatMap(({ _id, roles }) => {
    const more = receivedBy(plan, _id).filter((role) => !roles.includes(role));
    return more.length === 0 ? [] : [{ _id, roles: [...new Set([...roles, ...more])] }];
  });
  return left.length === leaver.roles.length ? changed : [{ _id: leaver._id, roles: left }, ...changed];
}

const heirsOf = ({ roles, heads }: HandOverPlan): readonly string[] => [
  ...new Set([...roles, ...heads].flatMap(({ to }) => (to === null ? [] : [to]))),
];
