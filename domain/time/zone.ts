import { dateOfDayNumber } from './local-date';
import type { InstantMinute } from './instant';
import type { LocalDate } from './local-date';

const DAY = 1440;

/** Minutes to add to UTC for the wall clock, at an epoch millisecond. The source of a zone: Intl, a table, a constant. */
export type OffsetMinutesAt = (epochMs: number) => number;

/** One UTC day of a zone: one offset, or two with the minute at which the clock changes. */
interface ZoneDay {
  readonly before: number;
  readonly after: number;
  /** First minute of the second offset; the end of the day when the clock does not change. */
  readonly changesAt: number;
}

/**
 * A place's wall clock. Offsets are asked for once a UTC day and kept, because asking a time-zone library for
 * every punch costs thousands of times more than judging it. Whole-minute offsets (all zones since 1972).
 */
export class Zone {
  readonly #days = new Map<number, ZoneDay>();

  constructor(
    readonly name: string,
    private readonly offsetMinutesAt: OffsetMinutesAt,
  ) {}

  /** Minutes to add to UTC at this minute. */
  offsetAt(minute: number): number {
    const day = Math.floor(minute / DAY);
    const known = this.#days.get(day) ?? this.#learn(day);
    return minute < known.changesAt ? known.before : known.after;
  }

  /** Wall-clock minutes since 1970-01-01T00:00 local: day × 1440 + minute of the day. */
  wallAt(minute: number): number {
    return minute + this.offsetAt(minute);
  }

  /**
   * The instant at which the wall clock of `day` (a day number) shows `minute`, which may lie past midnight.
   * "Compatible" disambiguation (docs/rules.md §9): an ambiguous time takes the earlier instant, a time inside a
   * gap moves later by the length of the gap.
   */
  instantAt(day: number, minute: number): InstantMinute {
    const wall = day * DAY + minute;
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    if (before === after) return (wall - before) as InstantMinute;
    // Under the earlier offset first: right before the change, in an overlap (earlier instant) and in a gap (later).
    const early = wall - before;
    if (this.offsetAt(early) === before) return early as InstantMinute;
    const late = wall - after;
    return (this.offsetAt(late) === after ? late : early) as InstantMinute;
  }

  /** The local calendar day of an instant. */
  dayAt(minute: InstantMinute): number {
    return Math.floor(this.wallAt(minute) / DAY);
  }

  dateAt(minute: InstantMinute): LocalDate {
    return dateOfDayNumber(this.dayAt(minute));
  }

  #learn(day: number): ZoneDay {
    const start = day * DAY;
    const end = start + DAY;
    const before = this.#ask(start);
    const after = this.#ask(end);
    let changesAt = end;
    if (before !== after) {
      let low = start;
      while (changesAt - low > 1) {
        const middle = (low + changesAt) >> 1;
        if (this.#ask(middle) === before) low = middle;
        else changesAt = middle;
      }
    }
    const learned = { before, after, changesAt };
    this.#days.set(day, learned);
    return learned;
  }

  #ask(minute: number): number {
    return Math.round(this.offsetMinutesAt(minute * 60_000));
  }
}

/** A zone whose offsets come from outside: the server fills it from Intl. */
export const createZone = (name: string, offsetMinutesAt: OffsetMinutesAt): Zone =>
  new Zone(name, offsetMinutesAt);

/** A zone without daylight saving, for the phone too: fixedZone('Asia/Shanghai', 480). */
export const fixedZone = (name: string, offsetMinutes: number): Zone => new Zone(name, () => offsetMinutes);
