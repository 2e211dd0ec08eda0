import type { FieldPath, PersonId, RoleName } from './names';

/** Who is asked. `applicant` means on purpose; every other rule must never end at the applicant. */
export type AssigneeRule =
  | { readonly by: 'applicant' }
  | { readonly by: 'directLeader' }
  /** level 1 is the direct leader, 2 that leader's leader … */
  | { readonly by: 'leader'; readonly level: number }
  | { readonly by: 'departmentHead' }
  | { readonly by: 'role'; readonly role: RoleName }
  /** Holders of the role in the applicant's branch only. */
  | { readonly by: 'branchRole'; readonly role: RoleName }
  | { readonly by: 'named'; readonly people: readonly PersonId[] }
  /** A person field of an earlier form, e.g. the recipient whom the leader named. */
  | { readonly by: 'field'; readonly field: FieldPath }
  /** The applicant chooses when starting. */
  | { readonly by: 'pick' };

export type Fallback =
  /** The first leader above who is neither gone nor the applicant. */
  | { readonly to: 'leaderAbove' }
  | { readonly to: 'rule'; readonly rule: AssigneeRule }
  /** The node is passed over, and the log says why. */
  | { readonly to: 'skip' };

/** What happens when the rule finds the applicant, nobody, or only people who have left. */
export interface Fallbacks {
  readonly applicant: Fallback;
  readonly vacant: Fallback;
  readonly gone: Fallback;
}
