import type { DayState } from '../schedule/day-outline';
import type { DayKind } from '../time/workday-calendar';
import type { InstantMinute } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import type { Finding } from './finding';

/** The one word of a day. The worst of absent, missing, late, early; else the cover that excused it; else normal. */
export type DayStatus =
  | 'normal'
  | 'late'
  | 'early'
  | 'missing'
  | 'absent'
  | 'leave'
  | 'outing'
  | 'trip'
  | 'pending'
  | Exclude<DayState, 'duty'>;

/** What the next scheduled day needs of this one for late-out late-in (docs/rules.md §3). */
export interface Carry {
  readonly dutyDate: LocalDate;
  /** Last real punch of the day's last out card; null: no grant. */
  readonly lastRealOut: InstantMinute | null;
  /** E′; null when it is unknown (flexible time without an in). */
  readonly effectiveEnd: InstantMinute | null;
  /** The same two on that day's wall clock, minutes from its midnight, for showing. */
  readonly outClock: number | null;
  readonly endClock: number | null;
}

export interface OvertimePart {
  readonly kind: DayKind;
  readonly minutes: number;
  readonly multiple: number;
  readonly settle: 'compLeave' | 'pay' | 'choice';
}

export interface CoverPart {
  readonly kind: 'leave' | 'outing' | 'trip';
  readonly type: string;
  /** Work minutes covered. */
  readonly minutes: number;
}

/** Worked minutes inside the night window, by the calendar day the window began on: the one split by date. */
export interface NightPart {
  readonly date: LocalDate;
  readonly minutes: number;
}

/**
 * What became of a day. Clock values are minutes from the duty date's local midnight as the wall clock shows them
 * (570 = 09:30, 1800 = 次日06:00); every other number is minutes or a count. JSON throughout.
 */
export interface Verdict {
  readonly date: LocalDate;
  readonly status: DayStatus;
  readonly ruleId: string | null;
  readonly ruleVersion: number | null;
  readonly shiftId: string | null;
  readonly shiftVersion: number | null;
  readonly zone: string;
  /** 今日应到 (S′) and 应走 (E′); null when unknown or nothing is due. */
  readonly dueIn: number | null;
  readonly dueOut: number | null;
  /** in, out of segment 1, in, out of segment 2 …; null where there is no card. */
  readonly cards: readonly (number | null)[];
  /** Indices into `cards` that should be there and are not. */
  readonly missing: readonly number[];
  readonly lateMinutes: number;
  readonly lateCount: number;
  readonly earlyMinutes: number;
  readonly earlyCount: number;
  readonly absentMinutes: number;
  readonly absentCount: number;
  readonly workedMinutes: number;
  readonly requiredMinutes: number;
  readonly overtime: readonly OvertimePart[];
  readonly night: readonly NightPart[];
  readonly covers: readonly CoverPart[];
  /** A part of the day is still to come: what is here may change. */
  readonly provisional: boolean;
  readonly findings: readonly Finding[];
  readonly carryOut: Carry | null;
}
