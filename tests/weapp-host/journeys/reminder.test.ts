import { openCompany, type Company } from '../company/open-company';
import { openWeapp } from '../open-weapp';

describe('reminders in the bundle that is uploaded', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany({ beginAt: '2026-03-09T08:50', people: ['P02', 'P03', 'P04'] });
  });
  afterAll(() => company.end());

  it('are asked for by WeChat in a tap, and the server counts what was accepted', async () => {
    const host = openWeapp(company.phoneOf('P02'));
    await host.launch();
    expect(host.text('#reminders')).toContain('还没打开');
    await host.tap('#remind-me');
    const [asked] = host.phone.deedsOf('subscription-asked');
    expect(asked?.templateIds.length).toBeGreaterThan(0);
    expect(asked?.templateIds.length).toBeLessThanOrEqual(3);
    expect(host.text('#reminders')).toContain('到时提醒你');

    const { reminders } = await company.call('P02', 'punch.today', { position: null });
    expect(reminders.map(({ left }) => left)).toEqual(reminders.map(() => 1));
    host.close();
  });

  it('that are refused promise nothing and can be asked for again', async () => {
    const host = openWeapp(company.phoneOf('P03'));
    host.phone.answers.subscription = 'reject';
    await host.launch();
    await host.tap('#remind-me');
    expect(host.text('#reminders')).toContain('没有打开提醒，随时可以再来');
    host.phone.answers.subscription = 'accept';
    await host.tap('#remind-me');
    expect(host.text('#reminders')).toContain('到时提醒你');
    host.close();
  });

  it('lead to WeChat’s settings when its main switch is off', async () => {
    const host = openWeapp(company.phoneOf('P04'));
    host.phone.answers.subscription = 'switched-off';
    await host.launch();
    await host.tap('#remind-me');
    expect(host.text('#reminders')).toContain('订阅消息');
    const { reminders } = await company.call('P04', 'punch.today', { position: null });
    expect(reminders.every(({ left }) => left === 0)).toBe(true);
    host.close();
  });
});
