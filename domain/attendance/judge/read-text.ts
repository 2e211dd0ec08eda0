import { parseLocalDate } from '../../time/local-date';
import type { InstantMinute } from '../../time/instant';
import type { LocalDate } from '../../time/local-date';
import type { Zone } from '../../time/zone';
import { daysFromCivil } from '../../time/local-date';
import type { ClockPair, ClockText } from './judge-file';

/** What could not be read: the field and why, in the words HR reads. */
export interface Unreadable {
  readonly field: string;
  readonly reason: string;
}

/** Collects what is wrong while a file is read, so that one reading names everything. */
export class Reading {
  readonly wrong: Unreadable[] = [];

  say(field: string, reason: string): void {
    if (this.wrong.length < 20) this.wrong.push({ field, reason });
  }

  date(field: string, text: string): LocalDate {
    const date = parseLocalDate(text);
    if (date === null) this.say(field, `“${text}” 不是日历上的日期，应写作 2026-03-09`);
    else if (date < '1970' || date >= '3000') this.say(field, `年份须在 1970 到 2999 之间，现在是 ${text}`);
    return date ?? ('2000-01-01' as LocalDate);
  }

  clock(field: string, text: ClockText): number {
    const minute = typeof text === 'number' ? text : clockMinute(text);
    if (minute === null)
      this.say(
        field,
        `“${text}” 不是时间，应写作 09:30 或 次日06:00${text === '24:00' ? '；24:00 写作 次日00:00' : ''}`,
      );
    return minute ?? 0;
  }

  pair(field: string, [from, to]: ClockPair): { from: number; to: number } {
    return { from: this.clock(`${field}[0]`, from), to: this.clock(`${field}[1]`, to) };
  }

  at(field: string, text: string, zone: Zone): InstantMinute {
    const minute = parseAt(text, zone);
    if (minute === UNREADABLE)
      this.say(field, `“${text}” 不是时刻，应写作 2026-03-09 09:00，可在后面加 +08:00`);
    return minute as InstantMinute;
  }
}

/** Minutes of the duty day, or null: '09:30', '次日06:00', '前日23:00'. */
function clockMinute(text: string): number | null {
  const match = /^(前日|次日)?([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) return null;
  const day = match[1] === '次日' ? 1440 : match[1] === '前日' ? -1440 : 0;
  return day + Number(match[2]) * 60 + Number(match[3]);
}

/** What parseAt answers for text that is no time: before every date there is, and a small integer to the machine. */
export const UNREADABLE = -(2 ** 31);

const ZERO = 48;
const NOT_DIGITS = -10_000;

/** Two digits at `i`; far below zero when they are none. */
function two(text: string, i: number): number {
  const tens = text.charCodeAt(i) - ZERO;
  const ones = text.charCodeAt(i + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NOT_DIGITS;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (MONTH_DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** The month read last: punches come by the thousand from the same one. */
const lastMonth = { year: 0, month: 0, days: 0, firstDay: 0 };

function turnTo(year: number, month: number): void {
  lastMonth.year = year;
  lastMonth.month = month;
  lastMonth.days = year >= 0 && month >= 1 && month <= 12 ? daysIn(year, month) : 0;
  lastMonth.firstDay = lastMonth.days === 0 ? 0 : daysFromCivil(year, month, 1);
}

/**
 * '2026-03-09 09:00:30' as an instant minute: the wall clock of `zone`, or of the offset that follows. Read by
 * character because there is one for every punch. Seconds are floored away. UNREADABLE for anything else.
 */
export function parseAt(text: string, zone: Zone): number {
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const dayOfMonth = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  if (year !== lastMonth.year || month !== lastMonth.month) turnTo(year, month);
  const separator = text.charCodeAt(10);
  if (
    dayOfMonth < 1 ||
    dayOfMonth > lastMonth.days ||
    hour < 0 ||
    hour > 23 ||
    minute < 0 ||
    minute > 59 ||
    text.charCodeAt(4) !== 45 ||
    text.charCodeAt(7) !== 45 ||
    text.charCodeAt(13) !== 58 ||
    (separator !== 32 && separator !== 84)
  )
    return UNREADABLE;
  const day = lastMonth.firstDay + dayOfMonth - 1;
  const clock = hour * 60 + minute;
  const end = afterSeconds(text);
  if (end < 0) return UNREADABLE;
  if (end === text.length) return zone.instantAt(day, clock);
  const offset = offsetOf(text, end);
  return offset === UNREADABLE ? UNREADABLE : day * 1440 + clock - offset;
}

/** Where the seconds, if any, end; -1 when they are none. */
function afterSeconds(text: string): number {
  if (text.charCodeAt(16) !== 58) return 16;
  const seconds = two(text, 17);
  if (seconds < 0 || seconds > 59) return -1;
  if (text.charCodeAt(19) !== 46) return 19;
  let end = 20;
  while (text.charCodeAt(end) >= ZERO && text.charCodeAt(end) <= ZERO + 9) end += 1;
  return end > 20 ? end : -1;
}

/** 'Z', '+08:00', '-05:00' in minutes; UNREADABLE for anything else. */
function offsetOf(text: string, from: number): number {
  const sign = text.charCodeAt(from);
  if (sign === 90) return from + 1 === text.length ? 0 : UNREADABLE;
  if ((sign !== 43 && sign !== 45) || text.length !== from + 6 || text.charCodeAt(from + 3) !== 58)
    return UNREADABLE;
  const hours = two(text, from + 1);
  const minutes = two(text, from + 4);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return UNREADABLE;
  return (sign === 45 ? -1 : 1) * (hours * 60 + minutes);
}
