import type { Instant } from '../time/instant';
import { instantOfMinute, minuteOf } from '../time/instant';
import type { Zone } from '../time/zone';
import type { Urgency } from './effects';

const DAY = 1440;

/** Minutes from midnight; `from` may be later than `to`: 22:00–08:00 is { from: 1320, to: 480 }. Equal means never. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/**
 * When a message may ring: at once, or when the quiet hours end. The inbox shows it at once in either case;
 * only the push waits.
 */
export function pushAt(urgency: Urgency, at: Instant, quiet: QuietHours, zone: Zone): Instant {
  if (urgency === 'now' || quiet.from === quiet.to) return at;
  const wall = zone.wallAt(minuteOf(at));
  const day = Math.floor(wall / DAY);
  const minute = wall - day * DAY;
  const overnight = quiet.from > quiet.to;
  const isQuiet = overnight
    ? minute >= quiet.from || minute < quiet.to
    : minute >= quiet.from && minute < quiet.to;
  if (!isQuiet) return at;
  const morning = overnight && minute >= quiet.from ? day + 1 : day;
  return instantOfMinute(zone.instantAt(morning, quiet.to));
}
