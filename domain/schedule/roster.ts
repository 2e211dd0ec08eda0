import type { LocalDate } from '../time/local-date';

/** What is planned for one person on one day under a roster: a shift, or a planned rest day. */
export interface RosterEntry {
  readonly personId: string;
  readonly date: LocalDate;
  /** null: a planned rest day, which is not unscheduled. */
  readonly shiftId: string | null;
}

/** A shift the person picked on an unscheduled day before the first punch; binds that duty date. */
export interface ShiftChoice {
  readonly personId: string;
  readonly date: LocalDate;
  readonly shiftId: string;
}
