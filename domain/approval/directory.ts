import type { Instant } from '../time/instant';
import type { BranchId, Fields, PersonId, RoleName, UnitId } from './names';

/** What the engine must know of a person. */
export interface StaffMember {
  readonly id: PersonId;
  readonly leaderId: PersonId | null;
  readonly unitId: UnitId | null;
  readonly branchId: BranchId | null;
  /** From then on this person can no longer act for the company; null while no end is known. */
  readonly accessEndsAt: Instant | null;
  /** Facts of the post that conditions ask for, e.g. `{ secrecy: true }`; copied into a case when it starts. */
  readonly post: Fields;
}

export interface StaffUnit {
  readonly id: UnitId;
  readonly headId: PersonId | null;
}

/** Who is who, as of now. The server answers from what it has read; nothing here may wait. */
export interface Directory {
  person(id: PersonId): StaffMember | undefined;
  unit(id: UnitId): StaffUnit | undefined;
  /** Holders of a role, in a stable order; with a branch only those of that branch. */
  holders(role: RoleName, branch?: BranchId): readonly PersonId[];
}

/** A role held for the whole company (branchId null) or for one branch. */
export interface RoleGrant {
  readonly role: RoleName;
  readonly personId: PersonId;
  readonly branchId: BranchId | null;
}

export interface StaffList {
  readonly people: readonly StaffMember[];
  readonly units: readonly StaffUnit[];
  readonly grants: readonly RoleGrant[];
}

/** A Directory over plain lists. A grant for the whole company counts in every branch. */
export function directoryOf(staff: StaffList): Directory {
  const people = new Map(staff.people.map((person) => [person.id, person]));
  const units = new Map(staff.units.map((unit) => [unit.id, unit]));
  return {
    person: (id) => people.get(id),
    unit: (id) => units.get(id),
    holders: (role, branch) => [
      ...new Set(
        staff.grants
          .filter((grant) => grant.role === role)
          .filter((grant) => branch === undefined || grant.branchId === null || grant.branchId === branch)
          .map((grant) => grant.personId),
      ),
    ],
  };
}

/** Whoever leaves within three days gets nothing new, and hands over what they hold, before their access ends. */
export const HANDOVER_LEAD_MINUTES = 3 * 24 * 60;

/** Unknown, gone, or leaving so soon that nothing new should reach them: then not. */
export function canBeAsked(directory: Directory, id: PersonId, now: Instant): boolean {
  const person = directory.person(id);
  if (person === undefined) return false;
  return person.accessEndsAt === null || now < person.accessEndsAt - HANDOVER_LEAD_MINUTES * 60_000;
}
