import { HR, type Company } from '../company/open-company';
import { openBusyCompany } from '../company/busy-company';
import { openWeapp } from '../open-weapp';
import { recordedPicture } from '../wx/canvas-recorder';

const CARD_IN_A_CHAT = 1007;

describe('a correction in the bundle that is uploaded', () => {
  let company: Company;
  /** What the applicant's page puts into a chat. */
  let card: { readonly path: string; readonly query: Readonly<Record<string, string>> };
  beforeAll(async () => {
    company = await openBusyCompany();
  });
  afterAll(() => company.end());

  it('goes from the day over the form, with a photo, to a page that can be shared', async () => {
    const host = openWeapp(company.phoneOf('S02'));
    await host.launch({ path: 'pages/month/index' });
    await host.tap('#day-2026-03-05');
    await host.tap('#day-sheet-correct');
    expect(host.text('#correction-head')).toContain('3月5日 周四');

    await host.type('#correction-reason', '下班时开会，忘记打卡');
    host.phone.answers.pictures = [{ name: 'notes.png', bytes: recordedPicture() }];
    await host.tap('#add-photo');
    await host.tap('#correction-send');
    expect(host.pages.map(({ route }) => route)).toEqual(['pages/month/index', 'pages/case/index']);
    expect(host.text('#case-head')).toContain('下班卡 17:30');
    expect(host.has('#case-photos')).toBe(true);

    const shared = host.share();
    expect(shared.title).not.toContain('张伟');
    card = shared;
    host.close();
  });

  it('shows nothing to a stranger who opens the same card', async () => {
    const host = openWeapp(company.phoneOf('P02'));
    await host.launch({ ...card, scene: CARD_IN_A_CHAT });
    expect(host.text()).toMatch(/^这里没有你要处理的事/);
    expect(host.text()).not.toContain('张伟');
    host.close();
  });

  it('leads whoever is not bound yet from the card to the invitation code, and then back to the case', async () => {
    const host = openWeapp(company.phoneOf('P08'));
    await host.launch({ ...card, scene: CARD_IN_A_CHAT });
    expect(host.page.route).toBe('pages/bind/index');
    const { code } = await company.call(HR, 'invitation.issue', { employmentId: 'P08' });
    await host.type('#bind-code', code);
    await host.tap('#bind-submit');
    await host.tap('#bind-go-on');
    expect(host.page.route).toBe('pages/case/index');
    expect(host.page.query.case).toBe(card.query.case);
    expect(host.has('#case-not-for-you')).toBe(true);
    host.close();
  });

  it('is agreed to by the leader from the card in a chat, and the day is judged again', async () => {
    const leader = openWeapp(company.phoneOf(HR));
    await leader.launch({ ...card, scene: CARD_IN_A_CHAT });
    expect(leader.text('#case-head')).toContain('张伟');
    await leader.tap('#act-agree');
    expect(leader.text('#case-outcome')).toContain('已重新判定：正常');
    leader.close();

    const host = openWeapp(company.phoneOf('S02'));
    await host.launch({ path: 'pages/month/index' });
    expect(host.text('#day-2026-03-05')).toBe('5');
    await host.switchTab('待办');
    await host.tap('#shelf-news');
    expect(host.text()).toContain('补卡');
    host.close();
  });

  it('keeps what was written when a photo is no picture', async () => {
    const host = openWeapp(company.phoneOf('S02'));
    await host.launch({ path: 'pages/correction/index', query: { date: '2026-03-04' } });
    await host.type('#correction-reason', '地铁故障');
    host.phone.answers.pictures = [{ name: 'notes.jpg', bytes: Buffer.from('no picture') }];
    await host.tap('#add-photo');
    await host.tap('#correction-send');
    expect(host.text('#correction-stuck')).toContain('按内容看不是照片');
    host.close();

    const again = openWeapp(host.phone);
    await again.launch({ path: 'pages/correction/index', query: { date: '2026-03-04' } });
    expect(again.find('#correction-reason').attributes.value).toBe('地铁故障');
    again.close();
  });
});
