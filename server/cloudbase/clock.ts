import type { Clock } from '../ports';
import { instantOf } from '@domain/time/instant';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The server's clock, and the zone database of its Node. */
export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
  offsetMinutes(zone, at) {
    const part: Record<string, number> = {};
    for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value);
    const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
    return Math.round((wall - Math.floor(at / 1000) * 1000) / 60_000);
  },
};
