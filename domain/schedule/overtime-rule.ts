import type { LocalDate } from '../time/local-date';
import type { DayKind } from '../time/workday-calendar';

/**
 * How overtime is recognised (docs/rules.md §15): by approval alone; by punches alone; the approved hours as far
 * as punches cover them; the punched time up to the length approved.
 */
export type Recognition = 'approval' | 'punches' | 'approvedWithinPunches' | 'punchesUpToApproved';

export interface OvertimeDayRule {
  readonly recognise: Recognition;
  /** Punched overtime counts only from so long after the end of work. */
  readonly startAfterMinutes?: number;
  /** Less than this in a day is nothing. */
  readonly minimumMinutes?: number;
  /** Rounded down to this. */
  readonly stepMinutes?: number;
  readonly dailyMaximumMinutes?: number | null;
  /** Breaks that never count, in minutes of the day … */
  readonly restWindows?: readonly { readonly from: number; readonly to: number }[];
  /** … or a deduction once overtime is longer than `overMinutes`. */
  readonly restByLength?: { readonly overMinutes: number; readonly deductMinutes: number } | null;
  readonly settle: 'compLeave' | 'pay' | 'choice';
  /** 1.5, 2 or 3 by law. */
  readonly multiple: number;
}

/**
 * Immutable version of a 加班规则: one part for each kind of day; a missing part means no overtime on such days.
 * A change is a new version with a later effectiveFrom, as of rules and shifts.
 */
export interface OvertimeRule {
  readonly id: string;
  /** Left out: the first. */
  readonly version?: number;
  /** Left out: since ever. */
  readonly effectiveFrom?: LocalDate;
  readonly name: string;
  readonly days: Partial<Record<DayKind, OvertimeDayRule>>;
  /** Presence before the start counts too. */
  readonly earlyArrival?: boolean;
  /** 停用: no rule and no shift can take it any more. */
  readonly stopped?: boolean;
}
