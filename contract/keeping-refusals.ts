import type { DepartmentRefusal } from '@domain/people/change-department';
import type { RoleFault } from '@domain/people/role-order';
import type { StaffProblem } from '@domain/people/staff-entry';

/** One thing wrong with an edit of the rules. */
export interface ItemProblem {
  /** 'rule:office', 'shift:night', 'settings:company'. */
  readonly item: string;
  /** Path into its value: 'segments[1].out'. */
  readonly field: string;
  /** The reason in Chinese, the domain's own words. */
  readonly text: string;
}

/** What HR is refused who keeps rules, rosters, people and the company. */
export interface KeepingRefusals {
  /** `names`: the other rules or people that stand in the way. */
  'rules.not-yours': {
    readonly why: 'branches-off' | 'other-branch' | 'company-only' | 'shared' | 'reaches-others';
    readonly names: readonly string[];
  };
  'rules.unknown': Record<string, never>;
  'rules.invalid': { readonly problems: readonly ItemProblem[] };
  /** `at` in words. */
  'rules.changed-meanwhile': { readonly byName: string; readonly at: string };
  'rules.conflicts': {
    readonly rows: readonly {
      readonly key: string;
      readonly name: string;
      readonly presentRuleName: string;
    }[];
  };
  'rules.nothing-to-publish': Record<string, never>;
  'roster.not-yours': Record<string, never>;
  'choice.not-offered': Record<string, never>;
  'choice.already-punched': Record<string, never>;
  /** '3月10日 周二 夜班' */
  'choice.overlaps': { readonly other: string };
  'swap.dates-invalid': Record<string, never>;
  /** `dateText`: '3月10日 周二'. */
  'swap.cannot': {
    readonly name: string;
    readonly dateText: string;
    readonly why:
      | 'unscheduled'
      | 'same'
      | 'away'
      | 'past'
      | 'locked'
      | 'outside-validity'
      | 'not-on-roster'
      | 'other-shifts'
      | 'overlap';
  };
  /** `names`: the departments or people in the way, five at most. */
  'company.invalid': {
    readonly why: DepartmentRefusal['facts']['why'] | 'past' | 'has-people' | 'head-gone';
    readonly names: readonly string[];
  };
  /** `at` in words. */
  'company.changed-meanwhile': { readonly byName: string; readonly at: string };
  'staff.invalid': { readonly problems: readonly StaffProblem[] };
  'staff.changed-meanwhile': { readonly byName: string; readonly at: string };
  /** null: somebody of another branch, whose name is not told. */
  'staff.id-number-taken': { readonly name: string | null };
  'staff.role-refused': { readonly why: RoleFault | 'role-first' | 'oneself' };
  'staff.not-bound': Record<string, never>;
}
