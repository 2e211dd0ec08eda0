import { dayText } from '@domain/offboarding/day-text';
import type { Instant } from '@domain/time/instant';
import { minuteOf } from '@domain/time/instant';
import { clockText } from '@domain/time/work-minute';
import type { Zone } from '@domain/time/zone';

const DAY_MINUTES = 1440;

/** '2026年10月22日 09:00' on the zone's clock: how a paper gives a time. */
export function momentText(at: Instant, zone: Zone): string {
  const minute = minuteOf(at);
  const ofDay = ((zone.wallAt(minute) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${dayText(zone.dateAt(minute))} ${clockText(ofDay)}`;
}
