import { type Instant, minuteOf } from '@domain/time/instant';
import { type LocalDate, weekdayOf } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';
import type { Zone } from '@domain/time/zone';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** '11月22日 周日' */
export const dayText = (date: LocalDate): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日 ${WEEKDAYS[weekdayOf(date) - 1]}`;

/** '2026年11月' */
export const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

/** '09:30' on the zone's wall clock. */
export const timeText = (zone: Zone, at: Instant): string =>
  clockText(((zone.wallAt(minuteOf(at)) % 1440) + 1440) % 1440);

/** '11月22日 周日 09:30' */
export const momentText = (zone: Zone, at: Instant): string =>
  `${dayText(zone.dateAt(minuteOf(at)))} ${timeText(zone, at)}`;

/** '2026年11月22日 09:30', the form that WeChat's time fields want. */
export function templateTimeText(zone: Zone, at: Instant): string {
  const date = zone.dateAt(minuteOf(at));
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日 ${timeText(zone, at)}`;
}

export { durationText } from '@domain/time/duration-text';

/** '3 小时', '2 天 3 小时': by the wall, rounded down to whole hours once it is an hour. */
export function waitingText(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} 小时`;
  const rest = hours % 24;
  return `${Math.floor(hours / 24)} 天${rest === 0 ? '' : ` ${rest} 小时`}`;
}
