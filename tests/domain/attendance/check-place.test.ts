import fc from 'fast-check';
import { checkPlace, shownPlace } from '@domain/attendance/check-place';
import type { PlaceClaim } from '@domain/attendance/check-place';

const claim = (more: Partial<PlaceClaim> = {}): PlaceClaim => ({
  placeId: 'hq',
  name: '总部',
  radiusMeters: 200,
  distanceMeters: 100,
  ...more,
});

describe('where one may punch', () => {
  test('on the rim of a radius, with a position as exact as the radius', () => {
    const rim = claim({ distanceMeters: 200 });
    expect(checkPlace([rim], 200, false)).toEqual({ ok: true, value: rim });
    expect(checkPlace([claim({ distanceMeters: 200.5 })], 10, false).ok).toBe(false);
    expect(checkPlace([rim], 201, false)).toMatchObject({
      refusal: { code: 'punch.accuracy-worse-than-radius' },
    });
  });

  test('the nearest rim is named when outside of all', () => {
    const far = claim({ placeId: 'far', name: '仓库', radiusMeters: 1000, distanceMeters: 1100 });
    expect(checkPlace([claim({ distanceMeters: 512 }), far], 10, false)).toMatchObject({
      refusal: { code: 'punch.outside-fence', facts: { distanceM: 1100, radiusM: 1000, placeName: '仓库' } },
    });
  });

  test('a vague position inside one place does not hide an exact one inside another', () => {
    const small = claim({ radiusMeters: 50, distanceMeters: 10 });
    const large = claim({ placeId: 'large', radiusMeters: 500, distanceMeters: 300 });
    expect(checkPlace([small, large], 100, false)).toEqual({ ok: true, value: large });
  });

  test('a place without a radius opens everything, and without a position only a radius refuses', () => {
    const anywhere = claim({ radiusMeters: null, distanceMeters: null });
    expect(checkPlace([claim({ distanceMeters: 9_999 }), anywhere], null, false)).toEqual({
      ok: true,
      value: null,
    });
    expect(checkPlace([], null, false)).toEqual({ ok: true, value: null });
    expect(checkPlace([claim({ distanceMeters: null })], null, false)).toMatchObject({
      refusal: { code: 'punch.location-required' },
    });
  });

  test('nearer never changes a yes into a no', () => {
    const metres = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(
        metres,
        metres,
        fc.integer({ min: 1, max: 1000 }),
        metres,
        (far, nearer, radiusMeters, accuracy) => {
          const at = (distanceMeters: number) =>
            checkPlace([claim({ radiusMeters, distanceMeters })], accuracy, false).ok;
          return !at(far) || at(Math.min(far, nearer));
        },
      ),
    );
  });
});

describe('what is shown as the place of a punch', () => {
  test('有效识别半径内显示同一地址 off (the default): the detailed address', () => {
    expect(shownPlace(claim(), false, '南京西路 1 号')).toBe('南京西路 1 号');
  });

  test('on: the place’s own name, inside a radius', () => {
    expect(shownPlace(claim(), true, '南京西路 1 号')).toBe('总部');
    expect(shownPlace(null, true, '南京西路 1 号')).toBe('南京西路 1 号');
    expect(shownPlace(claim({ radiusMeters: null }), true, '南京西路 1 号')).toBe('南京西路 1 号');
  });

  test('nothing yet while the address is still to come', () => {
    expect(shownPlace(null, false, null)).toBeNull();
  });
});
