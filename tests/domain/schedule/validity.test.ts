import fc from 'fast-check';
import { isRefused } from '@domain/schedule/problem';
import { isInForce } from '@domain/schedule/validity';
import type { YearlyPeriod } from '@domain/schedule/validity';
import { validateValidity, validitiesMeet } from '@domain/schedule/validate-validity';
import { addDays } from '@domain/time/local-date';
import { d } from './company';

const yearly = (...periods: YearlyPeriod[]) => ({ kind: 'yearly', periods }) as const;

test('次年: in force from November to March', () => {
  const winter = yearly({ from: '11-01', to: '03-31', nextYear: true });
  expect(isInForce(winter, d('2026-03-31'))).toBe(true);
  expect(isInForce(winter, d('2026-04-01'))).toBe(false);
  expect(isInForce(winter, d('2026-11-01'))).toBe(true);
});

test('29 February in a common year is 28 February as an end and 1 March as a start', () => {
  const until = yearly({ from: '01-01', to: '02-29' });
  const since = yearly({ from: '02-29', to: '12-31' });
  expect([isInForce(until, d('2027-02-28')), isInForce(until, d('2027-03-01'))]).toEqual([true, false]);
  expect([isInForce(since, d('2027-02-28')), isInForce(since, d('2027-03-01'))]).toEqual([false, true]);
});

const monthDay = fc.integer({ min: 0, max: 365 }).map((day) => addDays(d('2024-01-01'), day).slice(5));
const period = fc
  .tuple(monthDay, monthDay)
  .filter(([from, to]) => from !== to)
  .map(([from, to]): YearlyPeriod => (to < from ? { from, to, nextYear: true } : { from, to }));

test('two periods are accepted exactly when no day of a leap year lies in both', () => {
  fc.assert(
    fc.property(period, period, (one, other) => {
      const sharesADay = Array.from({ length: 366 }, (_, i) => addDays(d('2024-01-01'), i)).some(
        (date) => isInForce(yearly(one), date) && isInForce(yearly(other), date),
      );
      expect(isRefused(validateValidity(yearly(one, other)))).toBe(sharesADay);
      expect(validitiesMeet(yearly(one), yearly(other))).toBe(sharesADay);
    }),
    { numRuns: 200 },
  );
});

test('periods that touch, and a year in two halves, are accepted', () => {
  expect(
    validateValidity(yearly({ from: '04-01', to: '10-31' }, { from: '11-01', to: '03-31', nextYear: true })),
  ).toEqual([]);
});

test('no validity is always in force and meets everything', () => {
  expect(isInForce(null, d('2026-03-09'))).toBe(true);
  expect(validitiesMeet(undefined, yearly({ from: '01-01', to: '02-01' }))).toBe(true);
});
