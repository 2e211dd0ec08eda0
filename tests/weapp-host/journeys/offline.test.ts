import { openCompany, type Company } from '../company/open-company';
import { openWeapp } from '../open-weapp';
import type { WeappHost } from '../weapp-host';

const MINUTE_MS = 60_000;

describe('a punch without a network in the bundle that is uploaded', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany({ beginAt: '2026-03-09T08:50', people: ['P02', 'P03'] });
  });
  afterAll(() => company.end());

  const opened = async (personId: string): Promise<WeappHost> => {
    const phone = company.phoneOf(personId);
    phone.permissions.set('scope.userLocation', true);
    const host = openWeapp(phone);
    await host.launch();
    return host;
  };
  const arrivals = async (personId: string) =>
    (await company.call(personId, 'punch.today', { position: null })).cards.map(({ actual }) => actual);

  it('is kept on the phone through a restart, and reaches the server once when the network is back', async () => {
    const host = await opened('P02');
    await host.network('none');
    await host.tap('#punch-button');
    expect(host.text('#waiting')).toContain('等待发送 1 条 · 08:50');
    host.close();

    const again = openWeapp(host.phone);
    await again.launch();
    expect(again.text('#waiting')).toContain('等待发送 1 条 · 08:50');
    expect(await arrivals('P02')).toEqual([null, null]);

    await company.moveTo('2026-03-09T08:58');
    await again.pass(8 * MINUTE_MS);
    again.meter.take();
    await again.network('wifi');
    expect(again.has('#waiting')).toBe(false);
    expect(again.text('#punch-answer')).toMatch(/^08:50 的打卡已送到：签到成功 08:5\d/);
    expect(again.text('#punch-answer')).toContain('可以凭它申请补卡');
    expect(again.meter.costOf('pages/punch/index').requests).toEqual(['punch.clock', 'punch.today']);
    expect((await arrivals('P02'))[0]).toMatch(/^08:5\d$/);

    await again.pass(2 * MINUTE_MS);
    expect(again.meter.costOf('pages/punch/index').requests).toEqual(['punch.clock', 'punch.today']);
    again.close();
  });

  it('whose answer was lost is sent again with the same id, and counts once', async () => {
    const host = await opened('P03');
    host.phone.line.loseAnswers(1);
    await host.tap('#punch-button');
    await host.pass(1_000);
    const sent = host.meter.costOf('pages/punch/index').requests.filter((asked) => asked === 'punch.clock');
    expect(sent).toHaveLength(2);
    expect(host.text('#punch-answer')).toContain('签到成功');
    expect(host.has('#punch-refused')).toBe(false);
    expect(await arrivals('P03')).toEqual([expect.stringMatching(/^08:5\d$/), null]);
    host.close();
  });
});
