/** Roles that somebody is given; leading a department comes with being its head. */
export const GIVEN_ROLES = ['admin', 'hr', 'branch-hr', 'finance', 'it'] as const;

export type GivenRole = (typeof GIVEN_ROLES)[number];

/** Who stands above whom. Whoever has none of these stands at 0. */
const RANKS: Readonly<Record<GivenRole, number>> = { it: 1, finance: 1, 'branch-hr': 2, hr: 3, admin: 4 };

export const ROLE_TITLES: Readonly<Record<GivenRole, string>> = {
  admin: '管理员（行政）',
  hr: '人事',
  'branch-hr': '分支人事',
  finance: '财务',
  it: 'IT',
};

/** A role for the whole company (null) or for one branch. */
export interface HeldRole {
  readonly role: GivenRole;
  readonly branchId: string | null;
}

/** Somebody as the order of roles sees him. */
export interface Standing {
  readonly personId: string;
  readonly branchId: string;
  readonly roles: readonly string[];
}

export const isGivenRole = (role: string): role is GivenRole =>
  (GIVEN_ROLES as readonly string[]).includes(role);

/** The highest of somebody's roles; 0 without any. */
export const rankOf = (roles: readonly string[]): number =>
  Math.max(0, ...roles.map((role) => (isGivenRole(role) ? RANKS[role] : 0)));

const isGroupWide = ({ roles }: Standing): boolean => roles.includes('hr') || roles.includes('admin');

/** Whether somebody looks after the people of a branch at all: the company's HR after all, a branch's after its own. */
export const looksAfter = (by: Standing, branchId: string): boolean =>
  isGroupWide(by) || (by.roles.includes('branch-hr') && by.branchId === branchId);

/** Whether somebody may act on another's access: nobody reaches above himself. */
export const mayReach = (by: Standing, other: Pick<Standing, 'branchId' | 'roles'>): boolean =>
  looksAfter(by, other.branchId) && rankOf(by.roles) >= rankOf(other.roles);

export type RoleFault = 'not-yours' | 'above-you' | 'other-branch' | 'last-admin';

/**
 * Why somebody may not give another this role; null: he may. HR and admin are held for the whole company, branch HR for
 * the own branch only, the others for either. A branch's HR gives for the own branch only.
 */
export function whyNotGive(by: Standing, to: Standing, { role, branchId }: HeldRole): RoleFault | null {
  if (!looksAfter(by, to.branchId)) return 'not-yours';
  if (rankOf(by.roles) < RANKS[role] || rankOf(by.roles) < rankOf(to.roles)) return 'above-you';
  if (branchId !== null && branchId !== to.branchId) return 'other-branch';
  if (role === 'branch-hr' ? branchId === null : (role === 'hr' || role === 'admin') && branchId !== null)
    return 'other-branch';
  return branchId === null && !isGroupWide(by) ? 'above-you' : null;
}

/**
 * Why somebody may not take this role from another; null: he may.
 *
 * @param admins who holds `admin` and has not left
 */
export function whyNotTake(
  by: Standing,
  from: Standing,
  { role, branchId }: HeldRole,
  admins: readonly string[],
): RoleFault | null {
  if (!looksAfter(by, from.branchId)) return 'not-yours';
  if (rankOf(by.roles) < RANKS[role] || rankOf(by.roles) < rankOf(from.roles)) return 'above-you';
  if (branchId === null && !isGroupWide(by)) return 'above-you';
  const isLast = role === 'admin' && !admins.some((id) => id !== from.personId);
  return isLast ? 'last-admin' : null;
}

/** What of the roles may be offered: those that `by` may give and `to` does not hold yet. */
export const rolesToGive = (by: Standing, to: Standing, held: readonly HeldRole[]): readonly HeldRole[] =>
  GIVEN_ROLES.flatMap((role) => [null, to.branchId].map((branchId) => ({ role, branchId }))).filter(
    (one) =>
      whyNotGive(by, to, one) === null &&
      !held.some(({ role, branchId }) => role === one.role && branchId === one.branchId),
  );
