import type { RequestSpan } from '@domain/attendance/request-duration';
import type { InstantMinute } from '@domain/time/instant';
import { dayNumber, daysBetween, type LocalDate, parseLocalDate } from '@domain/time/local-date';
import type { Zone } from '@domain/time/zone';
import type { Organisation } from '../organisation';
import type { AskedSpan } from './request-fields';

/** A request for longer is a mistake of the thumb: the longest leave by law is shorter. */
const MOST_DAYS = 200;

/** The two dates of what was asked for; null when they are no dates, or in the wrong order, or too far apart. */
export function datesAsked(span: AskedSpan): readonly [LocalDate, LocalDate] | null {
  const [from, to] = [parseLocalDate(span.from), parseLocalDate(span.to)];
  if (from === null || to === null || to < from || daysBetween(from, to) > MOST_DAYS) return null;
  if (span.mode === 'days') return from === to && span.fromAfternoon && span.untilNoon ? null : [from, to];
  // Hours reach into the next day at most: a night shift.
  const isForward = from < to || span.toMinute > span.fromMinute;
  return isForward && daysBetween(from, to) <= 1 ? [from, to] : null;
}

/** On the clock of the zone that the first day is planned in. */
export function spanIn(
  zone: Zone,
  span: AskedSpan,
  [from, to]: readonly [LocalDate, LocalDate],
): RequestSpan {
  if (span.mode === 'days') {
    const { fromAfternoon, untilNoon } = span;
    return { kind: 'days', from, to, fromAfternoon, untilNoon };
  }
  const at = (date: LocalDate, minute: number) => zone.instantAt(dayNumber(date), minute) as InstantMinute;
  return { kind: 'time', from: at(from, span.fromMinute), to: at(to, span.toMinute) };
}

/** The dates that a stored request lies on. */
export const datesOf = ({ zone }: Organisation, span: RequestSpan): readonly [LocalDate, LocalDate] =>
  span.kind === 'days' ? [span.from, span.to] : [zone.dateAt(span.from), zone.dateAt(span.to)];
