import { planPlace } from '@domain/imports/plan-places';
import type { Place } from '@domain/schedule/place';

const WIFI = { wifi: [{ ssid: 'office', bssid: null }] };
const OFFICE: Place = {
  id: 'office',
  name: '总部',
  latitude: 31.23,
  longitude: 121.47,
  radiusMeters: 300,
  ...WIFI,
};

const plan = (...cells: string[]) => planPlace(cells, [OFFICE]);

describe('a row of a place', () => {
  it('becomes a new place, changes the one of its name, or nothing', () => {
    expect(plan('仓库', '121.5', '31.3', '200 米', '')).toEqual({
      becomes: 'added',
      entry: { name: '仓库', longitude: 121.5, latitude: 31.3, radiusMeters: 200 },
    });
    expect(plan('总部', '121.47', '31.23', '500', '人民路 1 号')).toEqual({
      becomes: 'changed',
      changes: [
        { title: '半径', from: '300', to: '500' },
        { title: '地址', from: '空', to: '人民路 1 号' },
      ],
      patch: {
        id: 'office',
        value: {
          name: '总部',
          longitude: 121.47,
          latitude: 31.23,
          radiusMeters: 500,
          address: '人民路 1 号',
          ...WIFI,
        },
      },
    });
    expect(plan('总部', '121.47', '31.23', '300', '')).toEqual({ becomes: 'same' });
  });

  it.each([
    ['0', '“0”不行，请填 1 到 10000 之间的数字（米）'],
    ['', '请填写半径'],
    ['50000', '“50000”不行，请填 1 到 10000 之间的数字（米）'],
    ['50公里', '“50公里”不行，请填 1 到 10000 之间的数字（米）'],
    ['-3', '“-3”不行，请填 1 到 10000 之间的数字（米）'],
  ])('with a radius of "%s" is refused and names the column', (radius, text) => {
    expect(plan('仓库', '121.5', '31.3', radius, '')).toEqual({
      becomes: 'wrong',
      problems: [{ title: '半径', text }],
    });
  });

  it('with longitude and latitude the wrong way round is refused', () => {
    expect(plan('仓库', '31.3', '121.5', '100', '')).toMatchObject({ problems: [{ title: '纬度' }] });
  });

  it('whose name two places bear is refused', () => {
    expect(planPlace(['总部', '121', '31', '100', ''], [OFFICE, { ...OFFICE, id: 'b' }])).toMatchObject({
      problems: [{ title: '名称' }],
    });
  });
});
