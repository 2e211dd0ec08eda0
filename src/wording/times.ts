import { dateText, parseLocalDate } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const two = (n: number) => String(n).padStart(2, '0');

/** The minute of the day on a wall clock that is `utcOffsetMinutes` ahead of UTC. */
function minuteOfDay(instant: number, utcOffsetMinutes: number): number {
  const minutes = Math.floor(instant / MINUTE_MS) + utcOffsetMinutes;
  return ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
}

/** '09:01' on the wall clock of the rule. */
export const wallClock = (instant: number, utcOffsetMinutes: number): string =>
  clockText(minuteOfDay(instant, utcOffsetMinutes));

/** '09:01:07': the ticking clock of the punch page. */
export const wallClockWithSeconds = (instant: number, utcOffsetMinutes: number): string =>
  `${wallClock(instant, utcOffsetMinutes)}:${two(Math.floor(instant / 1000) % 60)}`;

/** '11月20日' of '2026-11-20'; any other text stays as it came. */
export function dayText(date: string): string {
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return month === undefined || day === undefined ? date : `${Number(month)}月${Number(day)}日`;
}

/** '11月20日 周五' of '2026-11-20'; any other text stays as it came. */
export function dayWithWeekday(text: string): string {
  const date = parseLocalDate(text);
  return date === null ? text : dateText(date);
}

/** '2026年11月' of '2026-11'; any other text stays as it came. */
export function monthText(month: string): string {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  return year === undefined || number === undefined ? month : `${year}年${Number(number)}月`;
}

/** '11月20日 09:01' of an ISO instant, on the phone's own clock; any other text stays as it came. */
export function momentText(iso: string): string {
  const instant = Date.parse(iso);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(iso) || Number.isNaN(instant)) return iso;
  const at = new Date(instant);
  return `${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`;
}
