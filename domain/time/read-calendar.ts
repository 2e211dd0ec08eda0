import { addDays, dayNumber, parseLocalDate } from './local-date';
import type { LocalDate } from './local-date';
import type { DayKind, SpecialDay } from './workday-calendar';

/** A line that says no day: its number, from 1, and why. */
export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly why: 'no-date' | 'no-kind' | 'too-long';
}

export interface ReadCalendar {
  readonly days: readonly SpecialDay[];
  readonly unread: readonly UnreadLine[];
}

const MOST_DAYS_A_LINE = 31;
const MOST_NAME = 30;

const KINDS: readonly (readonly [DayKind, RegExp])[] = [
  ['workday', /补班|调休上班|上班|工作日|班/],
  ['restday', /调休|放假|休息日|休息|休/],
  ['holiday', /法定节假日|法定假日|法定|节假日|节日/],
];

/** '2027-01-01', '2027/1/1', '2027年1月1日', '1月1日' and '1/1' of the given year. */
const DATE = /(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?/g;

/**
 * Reads a year's special days as people paste them, a line a day or a stretch of days: '2027-01-01 元旦 法定',
 * '2月6日 至 2月12日 春节 休', '2027/2/14 补班'. Of two lines about one day the later one counts.
 *
 * @param year the year of dates that name none
 */
export function readCalendar(text: string, year: number): ReadCalendar {
  const days = new Map<LocalDate, SpecialDay>();
  const unread: UnreadLine[] = [];
  text.split(/\r?\n/).forEach((raw, i) => {
    const line = raw.trim();
    if (line === '') return;
    const say = (why: UnreadLine['why']) => unread.push({ line: i + 1, text: line, why });
    const dates = datesIn(line, year);
    const from = dates[0];
    const to = dates[1] ?? from;
    if (from === undefined || to === undefined || dates.length > 2 || to < from) return void say('no-date');
    const words = line.replace(DATE, ' ');
    const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0];
    if (kind === undefined) return void say('no-kind');
    if (dayNumber(to) - dayNumber(from) >= MOST_DAYS_A_LINE) return void say('too-long');
    const name = nameIn(words, kind);
    for (let date = from; date <= to; date = addDays(date, 1)) days.set(date, { date, kind, name });
  });
  return { days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), unread };
}

/** The dates of a line; a number like 13月1日 makes the whole line unreadable. */
function datesIn(line: string, year: number): readonly LocalDate[] {
  const found: LocalDate[] = [];
  let own = year;
  for (const [, named, month = '', day = ''] of line.matchAll(DATE)) {
    if (named !== undefined) own = Number(named);
    const date = parseLocalDate(`${own}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    if (date === null) return [];
    found.push(date);
  }
  return found;
}

/** What is left of a line once dates and kinds are out of it: '春节'. */
function nameIn(words: string, kind: DayKind): string {
  const name = words
    .replace(/法定节假日|法定假日|法定|节假日|补班|调休上班|调休|上班|放假|休息日|休息|工作日/g, ' ')
    .replace(/[\s,，、;；:：()（）~～\-—–至到]+/g, ' ')
    .replace(/(^|\s)[休班](?=\s|$)/g, ' ')
    .trim();
  return (name === '' ? KIND_NAMES[kind] : name).slice(0, MOST_NAME);
}

const KIND_NAMES: Readonly<Record<DayKind, string>> = {
  workday: '补班',
  restday: '休息',
  holiday: '法定节假日',
};
