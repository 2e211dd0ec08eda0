import type { Instant } from '../time/instant';
import { instantOf, instantOfMinute, minuteOf } from '../time/instant';
import type { Interval } from '../time/interval';
import { totalMinutes } from '../time/interval';
import type { LocalDate } from '../time/local-date';
import { dateOfDayNumber, dayNumber } from '../time/local-date';
import type { WorkdayCalendar } from '../time/workday-calendar';
import { isKnown, isWorkday } from '../time/workday-calendar';
import type { Zone } from '../time/zone';
import type { Offset } from './flow';
import type { ApprovalRefusalFacts } from './refusals';
import { no } from './refusals';
import type { Refusal } from '../result';

const DAY = 1440;
const MS = 60_000;
/** Longer than any holiday: a calendar without a workday for a year has no working clock. */
const IDLE_DAYS = 366;

/** The office's clock: it stands still at night, over lunch, on rest days and holidays. */
export interface WorkClock {
  readonly zone: Zone;
  readonly calendar: WorkdayCalendar;
  /** Working time of a workday in minutes from midnight, sorted, disjoint. */
  readonly hours: readonly Interval[];
}

export type DueProblem = {
  [Code in 'due.calendar-ends' | 'due.no-working-hours' | 'due.date-missing']: Refusal<
    Code,
    ApprovalRefusalFacts[Code]
  >;
}['due.calendar-ends' | 'due.no-working-hours' | 'due.date-missing'];

/**
 * An instant, or why there is none. Both when the calendar ends before it: then `at` follows plain weekdays and
 * is provisional until the calendar is extended, so that nothing hangs for want of next year's holidays.
 */
export interface DueAnswer {
  readonly at: Instant | null;
  readonly problem: DueProblem | null;
}

/** `from` moved by an offset on the natural or the working clock; a working day is one day's working minutes. */
export function movedBy(from: Instant, offset: Offset, clock: WorkClock): DueAnswer {
  if (offset.clock === 'natural') return { at: naturally(from, offset, clock.zone), problem: null };
  const perDay = totalMinutes(clock.hours);
  const perUnit = { minute: 1, hour: 60, day: perDay }[offset.unit];
  const found = perDay === 0 ? null : workingMinutesFrom(from, offset.amount * perUnit, clock);
  if (found === null) return { at: null, problem: no('due.no-working-hours', {}).refusal };
  const lands = clock.zone.dateAt(minuteOf(found));
  if (isKnown(lands, clock.calendar)) return { at: found, problem: null };
  const facts = { from: clock.zone.dateAt(minuteOf(from)), endsOn: clock.calendar.knownUntil };
  return { at: found, problem: no('due.calendar-ends', facts).refusal };
}

/** The end of work on a day (24:00 when no hours are set): what "on that day" means for a due date. */
export function endOfWorkOn(date: LocalDate, clock: WorkClock): Instant {
  const last = clock.hours[clock.hours.length - 1];
  return instantOfMinute(clock.zone.instantAt(dayNumber(date), last?.to ?? DAY));
}

/** A natural day later is the same time on the wall, also across a change of the clocks. */
function naturally(from: Instant, { amount, unit }: Offset, zone: Zone): Instant {
  if (unit !== 'day') return instantOf(from + amount * (unit === 'hour' ? 60 : 1) * MS);
  const wall = zone.wallAt(minuteOf(from));
  const day = Math.floor(wall / DAY);
  const moved = zone.instantAt(day + amount, wall - day * DAY);
  return instantOf(moved * MS + (from % MS));
}

/** Walks over the working windows; lands on the end of a window, not on the start of the next. Null: no workday. */
function workingMinutesFrom(from: Instant, minutes: number, clock: WorkClock): Instant | null {
  if (minutes === 0) return from;
  const { zone, calendar, hours } = clock;
  const forward = minutes > 0;
  const windows = forward ? hours : [...hours].reverse();
  const wall = zone.wallAt(minuteOf(from));
  const firstDay = Math.floor(wall / DAY);
  let left = Math.abs(minutes);
  for (let day = firstDay, idle = 0; idle <= IDLE_DAYS; day += forward ? 1 : -1) {
    if (!isWorkday(dateOfDayNumber(day), calendar)) {
      idle += 1;
      continue;
    }
    idle = 0;
    const clip = day === firstDay ? wall - day * DAY : forward ? 0 : DAY;
    for (const window of windows) {
      const start = forward ? Math.max(window.from, clip) : Math.min(window.to, clip);
      const available = forward ? window.to - start : start - window.from;
      if (available <= 0) continue;
      if (left <= available) {
        const minute = forward ? start + left : start - left;
        return instantOfMinute(zone.instantAt(day, minute));
      }
      left -= available;
    }
  }
  return null;
}
