import { addDays, dateOfDayNumber, dayNumber, localDateOf, weekdayOf } from './local-date';
import { PUBLIC_YEARS } from './public-holidays';
import type { LocalDate, Weekday } from './local-date';

/** `holiday`: a statutory holiday; `restday`: any other day off; `workday`: the rest, moved weekends included. */
export type DayKind = 'workday' | 'restday' | 'holiday';

/** A day that is not what its weekday says. */
export interface SpecialDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly name: string;
}

/** Which days people work: weekends, the public calendar over them, a company's own special days over both. */
export interface WorkdayCalendar {
  /** Day number → special day. */
  readonly special: ReadonlyMap<number, SpecialDay>;
  /** Last day whose public holidays have been announced; later days follow weekdays and special days only. */
  readonly knownUntil: LocalDate;
  readonly weekend: readonly Weekday[];
}

export interface CalendarSource {
  /** Default: mainland China's public calendar. */
  readonly publicDays?: readonly SpecialDay[];
  readonly knownUntil?: LocalDate;
  /** The admin's own days; they win over the public ones. */
  readonly ownDays?: readonly SpecialDay[];
  readonly weekend?: readonly Weekday[];
}

/** China's statutory holidays and moved working days, one row a day. */
export const CHINA_PUBLIC_DAYS: readonly SpecialDay[] = PUBLIC_YEARS.flatMap(({ days }) =>
  days.flatMap(([from, to, name, kind]) => {
    const rows: SpecialDay[] = [];
    for (let date = localDateOf(from); date <= to; date = addDays(date, 1)) rows.push({ date, kind, name });
    return rows;
  }),
);

export const CHINA_KNOWN_UNTIL = localDateOf(`${Math.max(...PUBLIC_YEARS.map(({ year }) => year))}-12-31`);

/** A calendar from its sources; with none, the public calendar of mainland China. */
export function createWorkdayCalendar(source: CalendarSource = {}): WorkdayCalendar {
  const special = new Map<number, SpecialDay>();
  for (const day of source.publicDays ?? CHINA_PUBLIC_DAYS) special.set(dayNumber(day.date), day);
  for (const day of source.ownDays ?? []) special.set(dayNumber(day.date), day);
  return {
    special,
    knownUntil: source.knownUntil ?? CHINA_KNOWN_UNTIL,
    weekend: source.weekend ?? [6, 7],
  };
}

/** What a day is for everybody who works office weeks. */
export function dayKindOn(date: LocalDate, calendar: WorkdayCalendar): DayKind {
  const special = calendar.special.get(dayNumber(date));
  if (special !== undefined) return special.kind;
  return calendar.weekend.includes(weekdayOf(date)) ? 'restday' : 'workday';
}

export const isWorkday = (date: LocalDate, calendar: WorkdayCalendar): boolean =>
  dayKindOn(date, calendar) === 'workday';

/** Whether the public holidays around this day have been announced. */
export const isKnown = (date: LocalDate, calendar: WorkdayCalendar): boolean => date <= calendar.knownUntil;

/**
 * The n-th workday after `date` (before it, when n is negative); n = 0 gives `date` itself, workday or not.
 * Past `knownUntil` weekdays decide: ask `isKnown` of the answer. Throws when a year holds no workday at all.
 */
export function addWorkdays(date: LocalDate, n: number, calendar: WorkdayCalendar): LocalDate {
  const step = n < 0 ? -1 : 1;
  let day = dayNumber(date);
  for (let left = Math.abs(n), idle = 0; left > 0;) {
    day += step;
    if (isWorkday(dateOfDayNumber(day), calendar)) {
      left -= 1;
      idle = 0;
    } else if (++idle > 366) throw new Error(`no workday within a year of ${date}`);
  }
  return dateOfDayNumber(day);
}

/** The first workday on or after `date`. */
export const workdayOnOrAfter = (date: LocalDate, calendar: WorkdayCalendar): LocalDate =>
  isWorkday(date, calendar) ? date : addWorkdays(date, 1, calendar);

/** Workdays in [from, to], both included. */
export function workdaysBetween(from: LocalDate, to: LocalDate, calendar: WorkdayCalendar): number {
  let count = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) if (isWorkday(date, calendar)) count += 1;
  return count;
}

/** Days from `from` to `to`, both included, counted as a calendar or a working clock counts them. */
export const daysIncluded = (
  from: LocalDate,
  to: LocalDate,
  clock: 'natural' | 'working',
  calendar: WorkdayCalendar,
): number =>
  clock === 'working'
    ? workdaysBetween(from, to, calendar)
    : Math.max(0, dayNumber(to) - dayNumber(from) + 1);
