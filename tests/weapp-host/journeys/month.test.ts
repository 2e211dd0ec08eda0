import { openCompany, type Company } from '../company/open-company';
import { openWeapp } from '../open-weapp';

describe('the month in the bundle that is uploaded', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany({ beginAt: '2026-03-03T08:30', people: ['S02'] });
    for (const at of ['03T08:25', '03T17:35', '04T08:52', '04T17:40', '05T08:28'])
      await company.punch('S02', `2026-03-${at}`);
    await company.moveTo('2026-03-06T08:20');
  });
  afterAll(() => company.end());

  it('says of a late day which rule, which minutes and why', async () => {
    const host = openWeapp(company.phoneOf('S02'));
    await host.launch();
    await host.switchTab('我的月历');
    expect(host.text('#month-title')).toBe('2026年3月');
    expect(host.text('#totals')).toMatch(/1 次( 22 分钟)?迟到/);
    expect(host.text('#day-2026-03-04')).toContain('迟到');
    expect(host.text('#day-2026-03-03')).toBe('3');

    await host.tap('#day-2026-03-04');
    expect(host.text('#day-sheet')).toContain('3月4日 周三');
    expect(host.text('#day-sheet')).toContain('08:52');
    expect(host.text('#day-sheet-why')).toMatch(/应到 08:30，迟到 22 分钟/);
    await host.tap('#day-sheet-close');
    expect(host.has('#day-sheet')).toBe(false);
    host.close();
  });

  it('opens on yesterday’s missing card from the punch page’s reminder of it', async () => {
    const host = openWeapp(company.phoneOf('S02'));
    await host.launch();
    expect(host.text('#nudge')).toMatch(/少.*下班卡/);
    await host.tap('#nudge-see-day');
    expect(host.page.route).toBe('pages/month/index');
    expect(host.text('#day-sheet')).toContain('3月5日 周四');
    expect(host.text('#day-sheet')).toContain('少');
    host.close();
  });

  it('turns to the month before and back, and stays readable without a network', async () => {
    const host = openWeapp(company.phoneOf('S02'));
    await host.launch({ path: 'pages/month/index' });
    await host.tap('#previous-month');
    expect(host.text('#month-title')).toBe('2026年2月');
    await host.tap('#next-month');
    expect(host.text('#month-title')).toBe('2026年3月');

    await host.network('none');
    await host.pullDown();
    expect(host.text('#offline')).toContain('下面是上次看到的');
    expect(host.text('#day-2026-03-04')).toContain('迟到');
    await host.network('wifi');
    expect(host.has('#offline')).toBe(false);
    host.close();
  });
});
