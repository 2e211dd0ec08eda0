import fc from 'fast-check';
import { checkPlace, type PlaceClaim } from '@domain/attendance/check-place';
import { isAtWifi, parseBssid, validateWifi } from '@domain/schedule/wifi';

const OWN = '0a:1b:2c:3d:4e:5f';
const claim = (more: Partial<PlaceClaim>): PlaceClaim => ({
  placeId: 'hq',
  name: '总部',
  radiusMeters: 200,
  distanceMeters: 100,
  ...more,
});
const wifi = (proof: 'instead' | 'beside', connected: boolean): PlaceClaim['wifi'] => ({
  proof,
  connected,
  names: ['ZD'],
});

describe('a BSSID', () => {
  test('is one however it is written: six numbers of a byte', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.tuple(byte, byte, byte, byte, byte, byte),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (bytes, zeros, capitals, dashes) => {
          const plain = bytes.map((one) => one.toString(16).padStart(2, '0')).join(':');
          fc.pre(!['00:00:00:00:00:00', '02:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff'].includes(plain));
          const short = bytes.map((one) => one.toString(16)).join(':');
          const cased = capitals ? (zeros ? plain : short).toUpperCase() : zeros ? plain : short;
          expect(parseBssid(dashes ? cased.replace(/:/g, '-') : cased)).toBe(plain);
          expect(parseBssid(plain)).toBe(plain);
        },
      ),
    );
  });

  test.each([
    '',
    'a:b:c',
    `${OWN}:00`,
    '0a:1b:2c:3d:4e:5g',
    '100:0:0:0:0:1',
    '02:00:00:00:00:00',
    '0:0:0:0:0:0',
  ])('is not %p', (text) => {
    expect(parseBssid(text)).toBeNull();
  });
});

describe('the list of a place', () => {
  test('knows its access points, and a name only where HR listed the name alone', () => {
    const listed = [{ ssid: 'ZD', bssid: OWN }];
    expect(isAtWifi(listed, { ssid: 'other name', bssid: OWN })).toBe(true);
    expect(isAtWifi(listed, { ssid: 'ZD', bssid: '0a:1b:2c:3d:4e:60' })).toBe(false);
    expect(isAtWifi([{ ssid: 'ZD', bssid: null }], { ssid: 'ZD', bssid: OWN })).toBe(true);
  });

  test('refuses what is none, twice, or without a name, and names the row', () => {
    const found = validateWifi([
      { ssid: 'ZD', bssid: OWN },
      { ssid: 'ZD-2', bssid: OWN },
      { ssid: 'ZD-3', bssid: 'A:1B' },
      { ssid: ' ', bssid: null },
    ]);
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'wifi[1] place.wifi-twice',
      'wifi[2].bssid place.wifi-bssid',
      'wifi[3].ssid place.wifi-without-name',
    ]);
  });
});

describe('Wi-Fi as a proof of the place', () => {
  test('instead of a position opens its own place, wherever the phone thinks it is', () => {
    const far = claim({ distanceMeters: 9_000, wifi: wifi('instead', true) });
    expect(checkPlace([far], 5_000, false)).toEqual({ ok: true, value: far });
    expect(checkPlace([{ ...far, distanceMeters: null }], null, false).ok).toBe(true);
    expect(checkPlace([claim({ wifi: wifi('instead', false) })], 10, false).ok).toBe(true);
  });

  test('beside a position closes the place without, and names it', () => {
    expect(checkPlace([claim({ wifi: wifi('beside', true) })], 10, false).ok).toBe(true);
    expect(checkPlace([claim({ wifi: wifi('beside', false) })], 10, false)).toEqual({
      ok: false,
      refusal: { code: 'punch.wifi-needed', facts: { placeName: '总部', names: ['ZD'] } },
    });
    const elsewhere = claim({ distanceMeters: 900, wifi: wifi('beside', true) });
    expect(checkPlace([elsewhere], 10, false)).toMatchObject({ refusal: { code: 'punch.outside-fence' } });
  });

  test('beside, at a place without a radius, is all that is asked', () => {
    const anywhere = claim({ radiusMeters: null, distanceMeters: null });
    expect(checkPlace([{ ...anywhere, wifi: wifi('beside', false) }], null, false)).toMatchObject({
      refusal: { code: 'punch.wifi-needed' },
    });
    expect(checkPlace([{ ...anywhere, wifi: wifi('beside', true) }], null, false).ok).toBe(true);
  });

  test('being connected never changes a yes into a no', () => {
    const metres = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(
        metres,
        metres,
        fc.constantFrom('instead' as const, 'beside' as const),
        (distanceMeters, accuracy, proof) => {
          const at = (connected: boolean) =>
            checkPlace([claim({ distanceMeters, wifi: wifi(proof, connected) })], accuracy, false).ok;
          return !at(false) || at(true);
        },
      ),
    );
  });
});
