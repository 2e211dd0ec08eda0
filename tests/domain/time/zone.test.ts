import fc from 'fast-check';
import type { InstantMinute } from '@domain/time/instant';
import { dayNumber, localDateOf } from '@domain/time/local-date';
import { createZone, fixedZone } from '@domain/time/zone';
import type { Zone } from '@domain/time/zone';
import { intlZone } from '../../../scripts/intl-zone';

const zoneOf = (name: string): Zone => {
  const zone = intlZone(name);
  if (zone === null) throw new Error(name);
  return zone;
};

const NEW_YORK = zoneOf('America/New_York');
const day = (date: string): number => dayNumber(localDateOf(date));
const utc = (text: string): number => Date.parse(text) / 60_000;

describe('a wall clock becomes an instant', () => {
  test('in Shanghai by eight hours', () => {
    expect(zoneOf('Asia/Shanghai').instantAt(day('2026-03-09'), 540)).toBe(utc('2026-03-09T01:00Z'));
    expect(fixedZone('Asia/Shanghai', 480).instantAt(day('2026-03-09'), 540)).toBe(utc('2026-03-09T01:00Z'));
  });

  test('past midnight on the next day', () => {
    expect(NEW_YORK.instantAt(day('2026-06-01'), 1800)).toBe(utc('2026-06-02T10:00Z'));
  });

  test.each([
    ['01:59', 119, '2026-03-08T06:59Z'],
    ['02:00 (no such time)', 120, '2026-03-08T07:00Z'],
    ['02:30 (no such time)', 150, '2026-03-08T07:30Z'],
    ['03:00', 180, '2026-03-08T07:00Z'],
    ['03:30', 210, '2026-03-08T07:30Z'],
  ])('inside a gap later by its length: %s', (_, minute, instant) => {
    expect(NEW_YORK.instantAt(day('2026-03-08'), minute)).toBe(utc(instant));
  });

  test.each([
    ['00:59', 59, '2026-11-01T04:59Z'],
    ['01:30, twice', 90, '2026-11-01T05:30Z'],
    ['02:00', 120, '2026-11-01T07:00Z'],
  ])('the earlier of two: %s', (_, minute, instant) => {
    expect(NEW_YORK.instantAt(day('2026-11-01'), minute)).toBe(utc(instant));
  });

  test('by half an hour on Lord Howe, and over a day that Samoa skipped', () => {
    expect(zoneOf('Australia/Lord_Howe').instantAt(day('2026-10-04'), 135)).toBe(utc('2026-10-03T15:45Z'));
    expect(zoneOf('Pacific/Apia').instantAt(day('2011-12-31'), 0)).toBe(utc('2011-12-30T10:00Z'));
  });
});

test('an instant shows the wall clock it was made from, where the clock does not change', () => {
  const places = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kathmandu');
  fc.assert(
    fc.property(
      places,
      fc.integer({ min: 18_000, max: 25_000 }),
      fc.integer({ min: 240, max: 1439 }),
      (name, at, minute) => {
        const zone = zoneOf(name);
        const instant = zone.instantAt(at, minute);
        expect(zone.wallAt(instant)).toBe(at * 1440 + minute);
        expect(zone.dayAt(instant)).toBe(at);
      },
    ),
  );
});

test('an instant made from a wall clock is the offset that the zone itself reports', () => {
  fc.assert(
    fc.property(fc.integer({ min: 25_000_000, max: 35_000_000 }), (minute) => {
      const shown = new Intl.DateTimeFormat('sv-SE', {
        timeZone: 'America/New_York',
        dateStyle: 'short',
        timeStyle: 'short',
      });
      const wall = NEW_YORK.wallAt(minute);
      expect(shown.format(minute * 60_000)).toBe(
        new Date(wall * 60_000).toISOString().slice(0, 16).replace('T', ' '),
      );
    }),
  );
});

test('the source of a zone is asked a few times a day, however often the zone is', () => {
  let asked = 0;
  const zone = createZone('counted', () => {
    asked += 1;
    return 480;
  });
  for (let minute = 0; minute < 1440; minute++) zone.wallAt(29_000_000 + minute);
  expect(asked).toBeLessThanOrEqual(4);
});

test('the local date of an instant', () => {
  expect(NEW_YORK.dateAt(utc('2026-03-09T03:59Z') as InstantMinute)).toBe('2026-03-08');
  expect(NEW_YORK.dateAt(utc('2026-03-09T04:00Z') as InstantMinute)).toBe('2026-03-09');
});

test('a zone nobody knows is none', () => {
  expect(intlZone('Asia/Atlantis')).toBeNull();
});
