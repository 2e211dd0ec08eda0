import type { Instant } from '@domain/time/instant';
import { minuteOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';
import type { Zone } from '@domain/time/zone';

/** '2026年11月21日'. */
export const dayText = (date: LocalDate): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/** '2026年10月22日 09:00' on the zone's clock. */
export function momentText(at: Instant, zone: Zone): string {
  const minute = minuteOf(at);
  const wall = zone.wallAt(minute);
  return `${dayText(zone.dateAt(minute))} ${clockText(((wall % 1440) + 1440) % 1440)}`;
}
