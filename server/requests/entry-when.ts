import type { StandingEntry } from '@domain/attendance/request-book';
import { dayNumber } from '@domain/time/local-date';
import type { Organisation } from '../organisation';
import { spanText } from './request-fields';
import { datesOf } from './span';

/** When a request lies, in words, on the company's clock. */
export function entryWhen(org: Organisation, { span }: Pick<StandingEntry, 'span'>): string {
  const [from, to] = datesOf(org, span);
  if (span.kind === 'days') {
    const { fromAfternoon = false, untilNoon = false } = span;
    return spanText({ mode: 'days', from, to, fromAfternoon, untilNoon });
  }
  const minuteOf = (at: number, date: typeof from) => org.zone.wallAt(at) - dayNumber(date) * 1440;
  return spanText({
    mode: 'time',
    from,
    to,
    fromMinute: minuteOf(span.from, from),
    toMinute: minuteOf(span.to, to),
  });
}
