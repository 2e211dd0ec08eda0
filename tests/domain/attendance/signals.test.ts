import fc from 'fast-check';
import {
  type PressSeen,
  type SeenPosition,
  SHARED_WITHIN_MS,
  signalsIn,
  TRAVEL_WINDOW_MS,
  VAGUE_METERS,
} from '@domain/attendance/signals';

const MINUTE = 60_000;
/** A flat world: a degree is 100 km. */
const flat = (a: SeenPosition, b: SeenPosition): number =>
  Math.hypot(a.latitude - b.latitude, a.longitude - b.longitude) * 100_000;

const at = (kilometers: number, accuracyMeters = 20): SeenPosition => ({
  latitude: kilometers / 100,
  longitude: 0,
  accuracyMeters,
});
const press = (id: string, minute: number, more: Partial<PressSeen> = {}): PressSeen => ({
  id,
  personId: 'a',
  at: minute * MINUTE,
  position: at(0),
  phoneId: null,
  ...more,
});
const kinds = (presses: readonly PressSeen[]) => signalsIn(presses, flat).map(({ kind }) => kind);

describe('a vague position', () => {
  test('is one past the limit, and none on it', () => {
    expect(kinds([press('1', 0, { position: at(0, VAGUE_METERS) })])).toEqual([]);
    expect(signalsIn([press('1', 0, { position: at(0, VAGUE_METERS + 0.6) })], flat)).toEqual([
      { kind: 'vague-position', id: 'vague:1', at: 0, personIds: ['a'], accuracyMeters: 501 },
    ]);
  });
});

describe('a way that nobody can have travelled', () => {
  test('is told with its time, its length and its speed', () => {
    const there = press('2', 10, { position: at(80.04) });
    expect(signalsIn([press('1', 0), there], flat)).toEqual([
      {
        kind: 'fast-move',
        id: 'move:2',
        at: 10 * MINUTE,
        personIds: ['a'],
        since: 0,
        meters: 80_000,
        kilometersPerHour: 480,
      },
    ]);
  });

  test('a train is none, a flight is none, the same way in half the time is', () => {
    expect(kinds([press('1', 0), press('2', 60, { position: at(340) })])).toEqual([]);
    expect(kinds([press('1', 0), press('2', 90, { position: at(1_200) })])).toEqual([]);
    expect(kinds([press('1', 0), press('2', 45, { position: at(1_200) })])).toEqual(['fast-move']);
  });

  test('what the phones themselves call inexact is taken off first', () => {
    const vague = press('2', 0.5, { position: at(6, 499) });
    expect(kinds([press('1', 0, { position: at(0, 499) }), vague])).toEqual(['fast-move']);
    expect(
      kinds([press('1', 0, { position: at(0, 499) }), press('2', 0.5, { position: at(5.9, 499) })]),
    ).toEqual([]);
  });

  test('is of one person, and of hours, not days', () => {
    expect(kinds([press('1', 0), press('2', 1, { personId: 'b', position: at(900) })])).toEqual([]);
    const late = TRAVEL_WINDOW_MS / MINUTE + 1;
    expect(kinds([press('1', 0), press('2', late, { position: at(90_000) })])).toEqual([]);
  });
});

describe('one phone in several hands', () => {
  test('within ten minutes, named in their order', () => {
    const [own, other] = [press('1', 0, { phoneId: 'p' }), press('2', 3, { personId: 'b', phoneId: 'p' })];
    expect(signalsIn([other, own], flat)).toEqual([
      { kind: 'shared-phone', id: 'phone:2', at: 3 * MINUTE, personIds: ['a', 'b'], since: 0 },
    ]);
    expect(kinds([own, { ...other, at: SHARED_WITHIN_MS + 1 }])).toEqual([]);
    expect(kinds([own, { ...other, phoneId: 'q' }])).toEqual([]);
    expect(kinds([own, { ...other, phoneId: null }])).toEqual([]);
  });
});

const someday: fc.Arbitrary<PressSeen[]> = fc
  .array(
    fc.record({
      personId: fc.constantFrom('a', 'b', 'c'),
      at: fc.integer({ min: 0, max: 12 * 60 }).map((minute) => minute * MINUTE),
      position: fc.option(
        fc.record({
          latitude: fc.double({ min: 30, max: 32, noNaN: true }),
          longitude: fc.double({ min: 120, max: 122, noNaN: true }),
          accuracyMeters: fc.integer({ min: 0, max: 2_000 }),
        }),
      ),
      phoneId: fc.option(fc.constantFrom('p', 'q')),
    }),
    { maxLength: 25 },
  )
  .map((presses) => presses.map((one, id) => ({ ...one, id: String(id) })));

describe('the laws of signals', () => {
  test('the order in which presses come changes nothing, and no signal comes twice', () => {
    fc.assert(
      fc.property(someday, (presses) => {
        const signals = signalsIn(presses, flat);
        expect(signalsIn([...presses].reverse(), flat)).toEqual(signals);
        expect(new Set(signals.map(({ id }) => id)).size).toBe(signals.length);
      }),
    );
  });

  test('cut anywhere, with the hours before the cut read again, it gives the same signals', () => {
    fc.assert(
      fc.property(someday, fc.integer({ min: 0, max: 12 * 60 }), (presses, minute) => {
        const cut = minute * MINUTE;
        const early = presses.filter((one) => one.at <= cut);
        const late = presses.filter((one) => one.at > cut - TRAVEL_WINDOW_MS);
        const parts = [
          ...signalsIn(early, flat),
          ...signalsIn(late, flat).filter((signal) => signal.at > cut),
        ];
        expect(parts.map(({ id }) => id).sort()).toEqual(
          signalsIn(presses, flat)
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });

  test('whoever stands still on an own phone, exactly located, gives none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 30 }), (times) => {
        const still = times.map((minute, id) => press(String(id), minute, { phoneId: 'own' }));
        expect(signalsIn(still, flat)).toEqual([]);
      }),
    );
  });
});
