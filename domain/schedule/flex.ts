/** 早到早走 (docs/rules.md §1). */
export type EarlyInEarlyOut =
  | { readonly mode: 'fixed'; readonly earlyMinutes: number; readonly leaveMinutes: number }
  | { readonly mode: 'elastic'; readonly capMinutes: number };

/** 晚到晚走 (§2). overCap: past the cap nothing applies (void), or the cap applies and the rest is late (partial). */
export type LateInLateOut =
  | {
      readonly mode: 'fixed';
      readonly lateMinutes: number;
      readonly stayMinutes: number;
      readonly overCap?: 'void' | 'partial';
    }
  | { readonly mode: 'elastic'; readonly capMinutes: number; readonly overCap?: 'void' | 'partial' };

/** One row of 晚走晚到 (§3). */
export type LateOutRow =
  | { readonly mode: 'fixed'; readonly afterMinutes: number; readonly lateMinutes: number }
  | { readonly mode: 'elastic'; readonly afterMinutes?: number; readonly capMinutes: number };

export interface LateOutLateIn {
  readonly rows: readonly LateOutRow[];
  /** Whether the late start is made up in the evening; one switch for all rows. Default: the settings' makeUp. */
  readonly makeUp?: boolean;
}

export const MAX_LATE_OUT_ROWS = 5;

/** An elastic row without `after` needs one minute. */
export const afterOf = (row: LateOutRow): number => row.afterMinutes ?? 1;
