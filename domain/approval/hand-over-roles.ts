import type { Instant } from '../time/instant';
import type { Delegation } from './delegation';
import type { RoleGrant, StaffList } from './directory';
import { canBeAsked, directoryOf } from './directory';
import type { PersonId, UnitId } from './names';

export interface RoleHandOver {
  readonly grant: RoleGrant;
  /** Null when others hold the role there, or nobody can be found: then `vacant` says which. */
  readonly to: PersonId | null;
  readonly vacant: boolean;
}

export interface HeadHandOver {
  readonly unitId: UnitId;
  readonly to: PersonId | null;
}

/** What must change in the staff list before someone's access ends, as a plan: nothing is changed here. */
export interface HandOverPlan {
  readonly roles: readonly RoleHandOver[];
  readonly heads: readonly HeadHandOver[];
  /** People whose direct leader leaves, with the one above. */
  readonly reports: readonly { readonly person: PersonId; readonly to: PersonId | null }[];
  /** Delegations from or to the leaver; they end with the access. */
  readonly delegations: readonly Delegation[];
}

/**
 * Everything a leaver holds beside tasks: a role goes to the named successor, else stays with those who share it in
 * the same branch, else goes to the leader above; units and reports go to the successor or the leader above.
 */
export function planHandOver(
  staff: StaffList,
  delegations: readonly Delegation[],
  leaver: PersonId,
  now: Instant,
  successor: PersonId | null = null,
): HandOverPlan {
  const directory = directoryOf(staff);
  const fits = (id: PersonId) => id !== leaver && canBeAsked(directory, id, now);
  const heir = successor !== null && fits(successor) ? successor : firstAbove(staff, leaver, fits);
  const roles = staff.grants
    .filter((grant) => grant.personId === leaver)
    .map((grant): RoleHandOver => {
      const shared = staff.grants.some(
        (other) => other.role === grant.role && other.branchId === grant.branchId && fits(other.personId),
      );
      const named = successor !== null && heir === successor;
      const to = shared && !named ? null : heir;
      return { grant, to, vacant: to === null && !shared };
    });
  return {
    roles,
    heads: staff.units.filter((unit) => unit.headId === leaver).map(({ id }) => ({ unitId: id, to: heir })),
    reports: staff.people
      .filter((person) => person.leaderId === leaver)
      .map(({ id }) => ({ person: id, to: heir === id ? firstAbove(staff, leaver, fits) : heir })),
    delegations: delegations.filter((one) => one.until > now && (one.from === leaver || one.to === leaver)),
  };
}

/** The first leader above who stays; null at the top or in a circle. */
function firstAbove(staff: StaffList, leaver: PersonId, fits: (id: PersonId) => boolean): PersonId | null {
  const leaderOf = (id: PersonId) => staff.people.find((person) => person.id === id)?.leaderId ?? null;
  const seen = [leaver];
  for (let at = leaderOf(leaver); at !== null && !seen.includes(at); at = leaderOf(at)) {
    if (fits(at)) return at;
    seen.push(at);
  }
  return null;
}
