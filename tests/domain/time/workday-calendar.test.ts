import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber, localDateOf } from '@domain/time/local-date';
import {
  CHINA_PUBLIC_DAYS,
  addWorkdays,
  createWorkdayCalendar,
  dayKindOn,
  daysIncluded,
  isKnown,
  isWorkday,
  workdayOnOrAfter,
  workdaysBetween,
} from '@domain/time/workday-calendar';

const china = createWorkdayCalendar();
const d = localDateOf;

describe('the public calendar of mainland China', () => {
  test.each([
    ['2025-01-28', 'holiday'],
    ['2025-02-04', 'restday'],
    ['2025-01-26', 'workday'],
    ['2025-10-06', 'holiday'],
    ['2025-10-11', 'workday'],
    ['2026-01-04', 'workday'],
    ['2026-02-14', 'workday'],
    ['2026-02-16', 'holiday'],
    ['2026-02-23', 'restday'],
    ['2026-04-05', 'holiday'],
    ['2026-05-09', 'workday'],
    ['2026-09-20', 'workday'],
    ['2026-10-07', 'restday'],
    ['2026-03-14', 'restday'],
    ['2026-03-16', 'workday'],
  ])('%s is a %s', (date, kind) => {
    expect(dayKindOn(d(date), china)).toBe(kind);
  });

  test.each([2025, 2026])('%i has thirteen statutory holidays and 248 working days', (year) => {
    const holidays = CHINA_PUBLIC_DAYS.filter(
      ({ date, kind }) => date.startsWith(`${year}`) && kind === 'holiday',
    );
    expect(holidays).toHaveLength(13);
    expect(workdaysBetween(d(`${year}-01-01`), d(`${year}-12-31`), china)).toBe(248);
  });

  test('a swapped working day is a weekend, and no day is named twice', () => {
    const dates = CHINA_PUBLIC_DAYS.map(({ date }) => date);
    expect(new Set(dates).size).toBe(dates.length);
    const plain = createWorkdayCalendar({ publicDays: [] });
    const swapped = CHINA_PUBLIC_DAYS.filter(({ kind }) => kind === 'workday');
    expect(swapped.filter(({ date }) => isWorkday(date, plain))).toEqual([]);
  });

  test('is known to the end of the last year that was announced', () => {
    expect(isKnown(d('2026-12-31'), china)).toBe(true);
    expect(isKnown(d('2027-01-01'), china)).toBe(false);
  });
});

test('a company’s own days win', () => {
  const own = createWorkdayCalendar({ ownDays: [{ date: d('2026-05-01'), kind: 'workday', name: '值守' }] });
  expect(isWorkday(d('2026-05-01'), own)).toBe(true);
});

test('another weekend', () => {
  const gulf = createWorkdayCalendar({ publicDays: [], weekend: [5, 6] });
  expect(isWorkday(d('2026-03-13'), gulf)).toBe(false);
  expect(isWorkday(d('2026-03-15'), gulf)).toBe(true);
});

describe('counting workdays', () => {
  const date = fc
    .integer({ min: dayNumber(d('2025-01-01')), max: dayNumber(d('2027-12-31')) })
    .map(dateOfDayNumber);

  test('over the spring festival of 2026', () => {
    expect(addWorkdays(d('2026-02-13'), 1, china)).toBe('2026-02-14');
    expect(addWorkdays(d('2026-02-14'), 1, china)).toBe('2026-02-24');
    expect(addWorkdays(d('2026-02-24'), -1, china)).toBe('2026-02-14');
    expect(workdayOnOrAfter(d('2026-02-15'), china)).toBe('2026-02-24');
  });

  test('the n-th workday after a day is a workday with n workdays in between', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addWorkdays(from, n, china);
        expect(isWorkday(to, china)).toBe(true);
        expect(workdaysBetween(addDays(from, 1), to, china)).toBe(n);
        expect(workdaysBetween(addWorkdays(to, -n, china), addDays(to, -1), china)).toBe(n);
      }),
    );
  });

  test('by the natural and by the working clock', () => {
    expect(daysIncluded(d('2026-02-14'), d('2026-02-24'), 'natural', china)).toBe(11);
    expect(daysIncluded(d('2026-02-14'), d('2026-02-24'), 'working', china)).toBe(2);
    expect(daysIncluded(d('2026-02-24'), d('2026-02-14'), 'natural', china)).toBe(0);
  });

  test('a calendar without workdays is refused, not searched for ever', () => {
    const never = createWorkdayCalendar({ publicDays: [], weekend: [1, 2, 3, 4, 5, 6, 7] });
    expect(() => addWorkdays(d('2026-01-01'), 1, never)).toThrow('no workday within a year');
  });
});
