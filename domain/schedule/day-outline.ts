import type { DayKind } from '../time/workday-calendar';
import type { LocalDate } from '../time/local-date';
import type { Zone } from '../time/zone';
import type { CompiledRule } from './compiled-rule';
import type { LaidShift } from './laid-shift';
import type { OvertimeRule } from './overtime-rule';

/**
 * What a day is for a person. `duty`: a shift is planned. `rest` and `holiday`: a day off under a rule.
 * `unscheduled`: a roster without an entry. `no-rule`: nothing judged. `excluded`: never judged.
 */
export type DayState = 'duty' | 'rest' | 'holiday' | 'unscheduled' | 'no-rule' | 'excluded' | 'not-employed';

/** A day without its neighbours: one object for everybody it is the same for. */
export interface DayOutline {
  readonly date: LocalDate;
  readonly day: number;
  readonly state: DayState;
  /** The kind of day that overtime on it is paid as. */
  readonly kind: DayKind;
  readonly rule: CompiledRule | null;
  readonly laid: LaidShift | null;
  readonly overtime: OvertimeRule | null;
  /** The shift was picked by the person on an unscheduled day. */
  readonly chosen: boolean;
  readonly zone: Zone;
  /** Instant minutes of local 00:00 and of the next day's. */
  readonly midnight: number;
  readonly nextMidnight: number;
  /** Plans made of it, one for each pair of neighbourhoods met. */
  readonly plans: DutyPlan[];
}

/** The plan of one duty date: the outline and the part of time in which punches belong to it. */
export interface DutyPlan {
  readonly outline: DayOutline;
  readonly date: LocalDate;
  readonly day: number;
  readonly state: DayState;
  readonly rule: CompiledRule | null;
  readonly laid: LaidShift | null;
  readonly kind: DayKind;
  /** A punch at minute t belongs to the day when open2 ≤ 2t < close2 (twice the minutes: midpoints stay exact). */
  readonly open2: number;
  readonly close2: number;
  /** Where the next day opens: overtime approved before it is this day's. */
  readonly nextOpen2: number;
  /** The neighbours it was made for: two days before, one before, one after, two after. */
  readonly around: readonly (DayOutline | null)[];
}
