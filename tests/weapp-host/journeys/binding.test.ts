import { HR, openCompany, type Company } from '../company/open-company';
import { openWeapp } from '../open-weapp';

describe('binding in the bundle that is uploaded', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany({
      beginAt: '2026-03-09T08:40',
      people: ['P08', 'S07'],
      unbound: ['P08', 'S07'],
    });
  });
  afterAll(() => company.end());

  const invited = async (employmentId: string) =>
    (await company.call(HR, 'invitation.issue', { employmentId })).code;

  it('leads a new employee from the first look over the invitation code to the punch page', async () => {
    const host = openWeapp(company.phoneOf('P08'));
    await host.launch();
    expect(host.page.route).toBe('pages/bind/index');
    expect(host.pages).toHaveLength(1);

    await host.type('#bind-code', ` ${await invited('P08')}\n`);
    await host.tap('#bind-submit');
    expect(host.text('#bound')).toContain('吴越');
    expect(host.text('#bound')).toContain('产品研发部');

    await host.tap('#bind-go-on');
    expect(host.page.route).toBe('pages/punch/index');
    expect(host.text('#person')).toBe('吴越');
    host.close();
  });

  it('says what is wrong with a code and how many tries are left, and then takes the right one', async () => {
    const host = openWeapp(company.phoneOf('S07'));
    await host.launch({ path: 'pages/month/index' });
    await host.type('#bind-code', 'AAAA-BBBB-CCCC');
    await host.tap('#bind-submit');
    expect(host.text('#bind-trouble')).toMatch(/没有找到这个邀请码.*还可以试 \d 次/);

    await host.type('#bind-code', await invited('S07'));
    expect(host.text('#bind-trouble')).toBe('');
    await host.trigger('#bind-code', 'confirm', { value: '' });
    await host.tap('#bind-go-on');
    expect(host.page.route).toBe('pages/month/index');
    host.close();
  });

  it('lets nobody in with a code that somebody else has used', async () => {
    const host = openWeapp(company.phoneOf('P01'));
    const code = await invited('S07').catch((refused: Error) => refused.message);
    expect(code).toContain('binding.employment-taken');
    await host.launch();
    expect(host.page.route).toBe('pages/bind/index');
    host.close();
  });
});
