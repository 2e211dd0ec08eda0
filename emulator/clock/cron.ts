/** A read cron line. */
export interface Cron {
  /** The first tick strictly after the instant, or undefined when the years have passed. Epoch milliseconds. */
  next(after: number): number | undefined;
}

/** Timers of the cloud tick in UTC+8, whatever the laptop's zone. */
export const CLOUD_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const LAST_YEAR = 2099;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** One calendar day in UTC+8. */
interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly daysInMonth: number;
}

type DayTest = (day: CalendarDay) => boolean;

/**
 * Reads the seven fields: second minute hour day month weekday year, with `* , - /`, names of months and
 * weekdays, `?`, and `L`, `W`, `LW` for days, `nL` and `n#k` for weekdays. When day and weekday are both given,
 * either suffices.
 *
 * @throws Error naming the field that is not understood
 */
export function readCron(line: string): Cron {
  const fields = line.trim().split(/\s+/);
  if (fields.length !== 7)
    throw new Error(`the cron line "${line}" must have seven fields, not ${fields.length}`);
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = fields;
  const seconds = readNumbers(second, 'second', 0, 59);
  const minutes = readNumbers(minute, 'minute', 0, 59);
  const hours = readNumbers(hour, 'hour', 0, 23);
  const months = new Set(readNumbers(month, 'month', 1, 12, MONTHS, 1));
  const years = new Set(readNumbers(year, 'year', 1970, LAST_YEAR));
  const dayTest = joinDays(readDay(day), readWeekday(weekday));
  const matches = (date: CalendarDay): boolean =>
    years.has(date.year) && months.has(date.month) && dayTest(date);
  const times = { seconds, minutes, hours };

  return {
    next: (after) => {
      const local = Math.floor(after / 1000) * 1000 + 1000 + CLOUD_OFFSET_MS;
      let midnight = Math.floor(local / DAY_MS) * DAY_MS;
      let from = local - midnight;
      for (;;) {
        const date = calendarDay(midnight);
        if (date.year > LAST_YEAR) return undefined;
        const time = matches(date) ? firstTime(times, from) : undefined;
        if (time !== undefined) return midnight + time - CLOUD_OFFSET_MS;
        midnight += DAY_MS;
        from = 0;
      }
    },
  };
}

interface Times {
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
}

/** The first time of day at or after `from`, in milliseconds since midnight. */
function firstTime({ hours, minutes, seconds }: Times, from: number): number | undefined {
  const earliest = Math.ceil(from / 1000);
  for (const hour of hours) {
    if ((hour + 1) * 3600 <= earliest) continue;
    for (const minute of minutes) {
      const start = hour * 3600 + minute * 60;
      if (start + 60 <= earliest) continue;
      const second = seconds.find((candidate) => start + candidate >= earliest);
      if (second !== undefined) return (start + second) * 1000;
    }
  }
  return undefined;
}

function calendarDay(midnight: number): CalendarDay {
  const date = new Date(midnight);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return {
    year,
    month,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    daysInMonth: new Date(Date.UTC(year, month, 0)).getUTCDate(),
  };
}

/** `*` and `?` say nothing about the day; two statements are joined by "or". */
function joinDays(day: DayTest | undefined, weekday: DayTest | undefined): DayTest {
  if (day && weekday) return (date) => day(date) || weekday(date);
  return day ?? weekday ?? (() => true);
}

function readDay(field: string): DayTest | undefined {
  if (field === '*' || field === '?') return undefined;
  if (field === 'L') return ({ day, daysInMonth }) => day === daysInMonth;
  if (field === 'LW') return (date) => date.day === workdayNear(date, date.daysInMonth);
  const near = /^(\d+)W$/.exec(field)?.[1];
  if (near !== undefined)
    return (date) => date.day === workdayNear(date, Math.min(Number(near), date.daysInMonth));
  const days = new Set(readNumbers(field, 'day', 1, 31));
  return ({ day }) => days.has(day);
}

/** The Monday to Friday nearest to a day, inside its month. */
function workdayNear({ day, weekday, daysInMonth }: CalendarDay, wanted: number): number {
  const weekdayOfWanted = (((weekday + wanted - day) % 7) + 7) % 7;
  if (weekdayOfWanted === 6) return wanted > 1 ? wanted - 1 : wanted + 2;
  if (weekdayOfWanted === 0) return wanted < daysInMonth ? wanted + 1 : wanted - 2;
  return wanted;
}

function readWeekday(field: string): DayTest | undefined {
  if (field === '*' || field === '?') return undefined;
  const last = /^([0-6])L$/.exec(field)?.[1];
  if (last !== undefined)
    return ({ day, weekday, daysInMonth }) => weekday === Number(last) && day + 7 > daysInMonth;
  const nth = /^([0-6])#([1-5])$/.exec(field);
  if (nth) return ({ day, weekday }) => weekday === Number(nth[1]) && Math.ceil(day / 7) === Number(nth[2]);
  const weekdays = new Set(readNumbers(field, 'weekday', 0, 6, WEEKDAYS, 0));
  return ({ weekday }) => weekdays.has(weekday);
}

function readNumbers(
  field: string,
  name: string,
  lowest: number,
  highest: number,
  words: readonly string[] = [],
  firstWord = 0,
): number[] {
  const fault = (): Error => new Error(`the cron field "${name}" is not understood: "${field}"`);
  const number = (text: string): number => {
    const word = words.indexOf(text.toUpperCase());
    const value = word >= 0 ? word + firstWord : /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(value >= lowest && value <= highest)) throw fault();
    return value;
  };
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', step, ...tooMany] = part.split('/');
    const by = step === undefined ? 1 : /^[1-9]\d*$/.test(step) ? Number(step) : NaN;
    if (tooMany.length > 0 || Number.isNaN(by)) throw fault();
    const [from, to, ...more] = range === '*' ? [String(lowest), String(highest)] : range.split('-');
    if (more.length > 0) throw fault();
    const first = number(from ?? '');
    // `1/10` goes on from 1 to the end.
    const last = to !== undefined ? number(to) : step === undefined ? first : highest;
    if (last < first) throw fault();
    for (let value = first; value <= last; value += by) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}
