import { northOfHeadquarters, openCompany, type Company } from '../company/open-company';
import { openWeapp } from '../open-weapp';
import type { Phone } from '../phone/phone';
import type { WeappHost } from '../weapp-host';

const opened = async (phone: Phone): Promise<WeappHost> => {
  phone.permissions.set('scope.userLocation', true);
  const host = openWeapp(phone);
  await host.launch();
  return host;
};

describe('punching in the bundle that is uploaded', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany({ beginAt: '2026-03-09T08:50', people: ['P02', 'P03', 'P04', 'P05', 'P06'] });
  });
  afterAll(() => company.end());

  it('says the place and the metres, forecasts the verdict, and one tap punches', async () => {
    const host = await opened(company.phoneOf('P02', northOfHeadquarters(40)));
    expect(host.text('#whereabouts')).toBe('上海总部大楼在打卡范围内距离 40 米精度 ±20 米');
    expect(host.text('#forecast')).toBe('现在打卡：正常');

    await host.tap('#punch-button');
    expect(host.text('#forecast')).toContain('签到成功');
    expect(host.text('#cards')).toContain('上班正常');
    expect(host.phone.deedsOf('vibrated')).toHaveLength(1);

    await host.pass(2_000);
    expect(host.text('#punch-button')).toMatch(/^签退/);
    host.close();
  });

  it('sends one punch for two taps in a hurry', async () => {
    const host = await opened(company.phoneOf('P03'));
    host.phone.line.hold();
    await host.tap('#punch-button');
    expect(host.text('#forecast')).toBe('正在打卡…');
    await host.tap('#punch-button');
    host.phone.line.release();
    await host.rest();
    expect(host.text('#forecast')).toContain('签到成功');
    expect(
      host.meter.costOf('pages/punch/index').requests.filter((asked) => asked === 'punch.clock'),
    ).toEqual(['punch.clock']);
    host.close();
  });

  it('counts the metres that are missing outside, stores nothing, and wakes up inside', async () => {
    const host = await opened(company.phoneOf('P04', northOfHeadquarters(340)));
    expect(host.text('#punch-hindrance')).toBe('还差 40 米进入打卡范围');
    expect(host.text('#whereabouts')).toBe('上海总部大楼距离 340 米精度 ±20 米');
    await host.tap('#punch-button');
    const { cards } = await company.call('P04', 'punch.today', { position: null });
    expect(cards.map(({ actual }) => actual)).toEqual([null, null]);

    host.phone.fix = northOfHeadquarters(290);
    await host.pass(31_000);
    await host.tap('#locate-again');
    expect(host.text('#forecast')).toBe('现在打卡：正常');
    host.close();
  });

  it('asks for a better look when the fix is wider than the fence', async () => {
    const host = await opened(company.phoneOf('P05', northOfHeadquarters(20, 800)));
    expect(host.text('#punch-hindrance')).toContain('定位还不够准（±800 米，打卡范围 300 米）');
    host.close();
  });

  it('shows the fence and the phone on WeChat’s map', async () => {
    const host = await opened(company.phoneOf('P06', northOfHeadquarters(120)));
    await host.tap('#whereabouts');
    const { attributes } = host.find('#map');
    expect(attributes.circles).toMatchObject([{ radius: 300 }]);
    expect(attributes['show-location']).toBe(true);
    expect(host.text('#map-sheet')).toContain('半径 300 米');
    await host.tap('#map-sheet-close');
    expect(host.has('#map')).toBe(false);
    host.close();
  });
});

describe('leaving early', () => {
  it('is asked about before it is done', async () => {
    const company = await openCompany({ beginAt: '2026-03-09T08:55', people: ['P02'] });
    await company.punch('P02', '2026-03-09T08:56');
    await company.moveTo('2026-03-09T15:00');
    const host = await opened(company.phoneOf('P02'));
    await host.tap('#punch-button');
    expect(host.has('#confirm')).toBe(true);
    await host.tap('#confirm-no');
    expect(host.text('#punch-button')).toMatch(/^签退/);
    await host.tap('#punch-button');
    await host.tap('#confirm-yes');
    expect(host.text('#forecast')).toContain('早退');
    host.close();
    await company.end();
  });
});
