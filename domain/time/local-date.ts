declare const localDate: unique symbol;

/** A calendar day without a zone: 'YYYY-MM-DD'. Compare with < and >. */
export type LocalDate = string & { readonly [localDate]: true };

/** Monday = 1 … Sunday = 7, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The day as a count from 1970-01-01, for arithmetic. */
export const dayNumber = (date: LocalDate): number =>
  daysFromCivil(+date.slice(0, 4), +date.slice(5, 7), +date.slice(8, 10));

/** Days from 1970-01-01 to a day of the proleptic Gregorian calendar (civil-from-days). */
export function daysFromCivil(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of dayNumber. */
export function dateOfDayNumber(days: number): LocalDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const d = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const m = mp + (mp < 10 ? 3 : -9);
  const y = yearOfEra + era * 400 + (m <= 2 ? 1 : 0);
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}` as LocalDate;
}

/** The text as a LocalDate, or null when it is no day of the calendar (2026-02-30, 2026-2-3). */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = text as LocalDate;
  return dateOfDayNumber(dayNumber(date)) === date ? date : null;
}

/** Like parseLocalDate, but throws: for dates that are already known to be good. */
export function localDateOf(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new Error(`not a local date: ${text}`);
  return date;
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days);

export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

export const weekdayOf = (date: LocalDate): Weekday =>
  (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;

/** 'YYYY-MM'. */
export const monthOf = (date: LocalDate): string => date.slice(0, 7);

const WEEKDAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** '11月22日 周日'. */
export const dateText = (date: LocalDate): string =>
  `${+date.slice(5, 7)}月${+date.slice(8, 10)}日 ${WEEKDAY_NAMES[weekdayOf(date) - 1] ?? ''}`;
