import { openCompany, type Company } from '../company/open-company';
import { openWeapp } from '../open-weapp';

describe('the position in the bundle that is uploaded', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany({ beginAt: '2026-03-09T08:50', people: ['P02', 'P03', 'P04'] });
  });
  afterAll(() => company.end());

  it('is asked for only after the page has said why, and in a tap', async () => {
    const host = openWeapp(company.phoneOf('P02'));
    await host.launch();
    expect(host.text('#location-why')).toContain('只用来判断你在不在打卡范围内');
    expect(host.phone.deeds).toEqual([]);

    await host.tap('#allow-location');
    expect(host.phone.deedsOf('asked')).toEqual([{ kind: 'asked', scope: 'scope.userLocation' }]);
    expect(host.text('#forecast')).toBe('现在打卡：正常');
    host.close();
  });

  it('was refused: the page leads to the settings, and a person who allows it there can punch', async () => {
    const host = openWeapp(company.phoneOf('P03'));
    host.phone.answers.permission = 'refuse';
    await host.launch();
    await host.tap('#allow-location');
    expect(host.text('#location-refused')).toContain('定位权限没有打开');

    await host.tap('#recover-location');
    expect(host.phone.deedsOf('settings-opened')).toHaveLength(1);
    expect(host.has('#location-refused')).toBe(true);

    host.phone.answers.settings = { 'scope.userLocation': true };
    await host.tap('#recover-location');
    expect(host.has('#location-refused')).toBe(false);
    await host.tap('#punch-button');
    expect(host.text('#forecast')).toContain('签到成功');
    host.close();
  });

  it('is switched off on the phone: the page says so and does not blame the permission', async () => {
    const host = openWeapp(company.phoneOf('P04'));
    host.phone.permissions.set('scope.userLocation', true);
    host.phone.fix = null;
    await host.launch();
    expect(host.text('#whereabouts')).toContain('请检查手机的定位服务');
    expect(host.has('#location-refused')).toBe(false);
    host.close();
  });
});
