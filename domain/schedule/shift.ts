import type { LocalDate } from '../time/local-date';

/** Minutes of the duty day, both included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** One stretch of work, in minutes from the duty date's local midnight (0..2879). */
export interface Segment {
  readonly in: number;
  readonly out: number;
  /** 免签到: no in card is needed. */
  readonly freeIn?: boolean;
  /** 免签退: no out card is needed. */
  readonly freeOut?: boolean;
  /** When the in card may be made; all cards of a shift have windows, or none. */
  readonly inWindow?: Window;
  readonly outWindow?: Window;
}

/** A break inside a segment; its minutes are no work. */
export interface Rest {
  readonly from: number;
  readonly to: number;
}

/** Immutable version of a shift (班次). A change is a new version with a later effectiveFrom. */
interface ShiftVersion {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly name: string;
  readonly rests: readonly Rest[];
  /** Used by rules that take overtime 以班次为准. */
  readonly overtimeRuleId?: string | null;
  /** 停用: no rule can take it any more; days that had it keep it. */
  readonly stopped?: boolean;
}

/** Fixed edges: at most 4 segments, at most 5 rests. */
export interface FixedShift extends ShiftVersion {
  readonly kind: 'fixed';
  readonly segments: readonly Segment[];
}

/** Flexible time (弹性时间): so many minutes, begun between earliestIn and latestIn (docs/rules.md §14). */
export interface FlexibleShift extends ShiftVersion {
  readonly kind: 'flexible';
  readonly requiredMinutes: number;
  readonly earliestIn: number;
  readonly latestIn: number;
  readonly inWindow?: Window;
  readonly outWindow?: Window;
}

export type Shift = FixedShift | FlexibleShift;

export const MAX_SEGMENTS = 4;
export const MAX_RESTS = 5;

export const restMinutesOf = (shift: Shift): number =>
  shift.rests.reduce((sum, rest) => sum + Math.max(0, rest.to - rest.from), 0);

/** For placing punches a flexible day spans earliest … latest + required + rest; a fixed one its segments. */
export function nominalSegments(shift: Shift): readonly Segment[] {
  if (shift.kind === 'fixed') return shift.segments;
  const { earliestIn, latestIn, requiredMinutes, inWindow, outWindow } = shift;
  const out = latestIn + requiredMinutes + restMinutesOf(shift);
  return [{ in: earliestIn, out, ...(inWindow && { inWindow }), ...(outWindow && { outWindow }) }];
}
