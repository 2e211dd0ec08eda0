import fc from 'fast-check';
import type { Offset } from '@domain/approval/flow';
import type { WorkClock } from '@domain/approval/work-clock';
import { endOfWorkOn, movedBy } from '@domain/approval/work-clock';
import type { Instant } from '@domain/time/instant';
import { instantOf } from '@domain/time/instant';
import { localDateOf } from '@domain/time/local-date';
import { createWorkdayCalendar, isWorkday } from '@domain/time/workday-calendar';
import { createZone } from '@domain/time/zone';
import { at, CLOCK, HOURS, SHANGHAI } from './cast';

jest.setTimeout(60_000);

const working = (amount: number, unit: Offset['unit']): Offset => ({ amount, unit, clock: 'working' });
const natural = (amount: number, unit: Offset['unit']): Offset => ({ amount, unit, clock: 'natural' });

describe('the working clock', () => {
  it.each([
    ['a working hour before lunch runs over it', '2026-03-10 11:30', working(1, 'hour'), '2026-03-10 13:30'],
    ['it stands still at night', '2026-03-10 17:00', working(2, 'hour'), '2026-03-11 10:00'],
    ['a working day is one day’s working time', '2026-03-10 14:00', working(1, 'day'), '2026-03-11 14:00'],
    [
      'what comes after work counts from the next morning',
      '2026-03-10 20:00',
      working(1, 'day'),
      '2026-03-11 18:00',
    ],
    ['a Friday evening waits for Monday', '2026-03-13 18:00', working(30, 'minute'), '2026-03-16 09:30'],
    [
      'a deadline falls on the end of a day, not on the next morning',
      '2026-03-10 14:00',
      working(4, 'hour'),
      '2026-03-10 18:00',
    ],
    ['the Spring Festival is no working time', '2026-02-13 18:00', working(2, 'day'), '2026-02-24 18:00'],
    ['a weekend that was moved into work counts', '2026-02-27 18:00', working(1, 'day'), '2026-02-28 18:00'],
    ['no time is no time, even at night', '2026-03-10 23:00', working(0, 'day'), '2026-03-10 23:00'],
    ['backwards over the weekend', '2026-03-16 10:00', working(-2, 'hour'), '2026-03-13 17:00'],
    ['backwards over lunch', '2026-03-10 14:00', working(-2, 'hour'), '2026-03-10 11:00'],
    ['a natural hour runs at night', '2026-03-10 23:30', natural(1, 'hour'), '2026-03-11 00:30'],
    ['24 natural hours are a day later', '2026-03-13 09:00', natural(24, 'hour'), '2026-03-14 09:00'],
    ['three natural days before', '2026-11-16 18:00', natural(-3, 'day'), '2026-11-13 18:00'],
    ['31 December and a day', '2026-12-31 09:00', natural(1, 'day'), '2027-01-01 09:00'],
  ])('%s', (_what, from, offset, expected) => {
    expect(movedBy(at(from), offset, CLOCK)).toEqual({ at: at(expected), problem: null });
  });

  it('says when the calendar ends before the answer, and gives one by weekdays meanwhile', () =>
    expect(movedBy(at('2026-12-31 10:00'), working(2, 'day'), CLOCK)).toEqual({
      at: at('2027-01-04 10:00'),
      problem: { code: 'due.calendar-ends', facts: { from: '2026-12-31', endsOn: '2026-12-31' } },
    }));

  it('has no answer where nobody ever works', () => {
    const idle = { at: null, problem: { code: 'due.no-working-hours', facts: {} } };
    const neverOpen: WorkClock = { ...CLOCK, hours: [] };
    const alwaysSunday: WorkClock = {
      ...CLOCK,
      calendar: createWorkdayCalendar({ publicDays: [], weekend: [1, 2, 3, 4, 5, 6, 7] }),
    };
    expect(movedBy(at('2026-03-10 10:00'), working(1, 'hour'), neverOpen)).toEqual(idle);
    expect(movedBy(at('2026-03-10 10:00'), working(1, 'hour'), alwaysSunday)).toEqual(idle);
  });

  it('keeps the time on the wall when the clocks change, on the natural day', () => {
    // Berlin, 2026-03-29 02:00 → 03:00.
    const change = Date.UTC(2026, 2, 29, 1);
    const berlin = createZone('Europe/Berlin', (ms) => (ms < change ? 60 : 120));
    const clock: WorkClock = { ...CLOCK, zone: berlin };
    const from = instantOf(Date.UTC(2026, 2, 28, 9, 0));
    expect(movedBy(from, natural(1, 'day'), clock).at).toBe(Date.UTC(2026, 2, 29, 8, 0));
    expect(movedBy(from, natural(24, 'hour'), clock).at).toBe(Date.UTC(2026, 2, 29, 9, 0));
  });

  it('ends a day when work ends, or at midnight where no hours are set', () => {
    const day = localDateOf('2026-03-10');
    expect(endOfWorkOn(day, CLOCK)).toBe(at('2026-03-10 18:00'));
    expect(endOfWorkOn(day, { ...CLOCK, hours: [] })).toBe(at('2026-03-11 00:00'));
  });

  const instants = fc
    .integer({ min: at('2026-01-01 00:00'), max: at('2026-10-31 00:00') })
    .map((ms) => instantOf(ms - (ms % 60_000)));
  const minutes = fc.integer({ min: 1, max: 4000 });

  it('counts every working minute once: a slow count minute by minute agrees', () =>
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 1200 }), (from, amount) => {
        const found = movedBy(from, working(amount, 'minute'), CLOCK).at;
        expect(found).toBe(slowly(from, amount));
      }),
      { numRuns: 60 },
    ));

  it('goes back over the minutes that it went forward', () =>
    fc.assert(
      fc.property(instants, minutes, (from, amount) => {
        const there = movedBy(from, working(amount, 'minute'), CLOCK).at as Instant;
        const back = movedBy(there, working(-amount, 'minute'), CLOCK).at as Instant;
        // Both stand on the same working minute: from may have lain in a pause.
        expect(movedBy(back, working(amount, 'minute'), CLOCK).at).toBe(there);
      }),
    ));

  it('never comes earlier for more time', () =>
    fc.assert(
      fc.property(instants, minutes, minutes, (from, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const early = movedBy(from, working(less, 'minute'), CLOCK).at as number;
        expect(early).toBeLessThanOrEqual(movedBy(from, working(more, 'minute'), CLOCK).at as number);
      }),
    ));
});

/** The meaning of the working clock, spelt out: walk over the minutes and count those in which people work. */
function slowly(from: Instant, amount: number): number {
  let minute = from / 60_000;
  for (let left = amount; left > 0; minute += 1) {
    const wall = minute + 480;
    const ofDay = wall % 1440;
    const date = SHANGHAI.dateAt(minute as Parameters<typeof SHANGHAI.dateAt>[0]);
    if (isWorkday(date, CLOCK.calendar) && HOURS.some((hours) => ofDay >= hours.from && ofDay < hours.to))
      left -= 1;
  }
  return minute * 60_000;
}
