import fc from 'fast-check';
import {
  addDays,
  dateOfDayNumber,
  dateText,
  dayNumber,
  parseLocalDate,
  weekdayOf,
  localDateOf,
} from '@domain/time/local-date';

const days = fc.integer({ min: -200_000, max: 376_000 });

test('a day number and its date are each other’s inverse', () => {
  fc.assert(fc.property(days, (day) => expect(dayNumber(dateOfDayNumber(day))).toBe(day)));
});

test('days count as the civil calendar counts them', () => {
  fc.assert(
    fc.property(days, (day) => {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dateOfDayNumber(day)).toBe(iso);
    }),
  );
});

test('weekdays follow each other from Monday to Sunday', () => {
  expect(weekdayOf(localDateOf('2026-03-09'))).toBe(1);
  fc.assert(
    fc.property(
      days,
      (day) => (weekdayOf(dateOfDayNumber(day)) % 7) + 1 === weekdayOf(dateOfDayNumber(day + 1)),
    ),
  );
});

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260309', '', '2026-04-31'])(
  '%s is no date',
  (text) => {
    expect(parseLocalDate(text)).toBeNull();
  },
);

test('29 February is a date in leap years, and the day after it is 1 March', () => {
  expect(addDays(localDateOf('2028-02-29'), 1)).toBe('2028-03-01');
  expect(addDays(localDateOf('2027-02-28'), 1)).toBe('2027-03-01');
});

test('a date in words', () => {
  expect(dateText(localDateOf('2026-11-22'))).toBe('11月22日 周日');
});
