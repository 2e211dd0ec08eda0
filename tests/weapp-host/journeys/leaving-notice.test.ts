import type { Company } from '../company/open-company';
import { HR, LEADER, LEAVER, LEAVER_NAME, openLeavingCompany, RECIPIENT, STRANGER } from '../leaving/cast';
import { HR_STEP, LEADER_STEP, openNotice, takeNote, checkEverything } from '../leaving/notice-steps';
import { openStep } from '../leaving/open-step';
import { showWhoOneIs, writeName } from '../leaving/signing';
import { type OpenPhone, type PhoneWish, phonesIn } from '../picture/states';
import type { WeappHost } from '../weapp-host';

const CARD_IN_A_CHAT = 1007;

type Card = Required<Pick<PhoneWish, 'path' | 'query'>>;

describe('a notice in the bundle that is uploaded', () => {
  let company: Company;
  let open: OpenPhone;
  /** What the leaver’s page puts into a chat. */
  let card: Card;
  beforeAll(async () => {
    company = await openLeavingCompany();
    open = phonesIn(company, {});
  });
  afterAll(() => company.end());

  it('is signed with a finger on a canvas, and leads to the journey with the last day', async () => {
    const host = await openNotice(open);
    expect(host.page.route).toBe('leaving/notice/index');
    expect(host.text('#notice-explained')).toContain('不需要批准');
    await host.tap('#notice-send');
    expect(host.text('#signature-summary')).toContain('解除劳动合同');
    await showWhoOneIs(host, company, LEAVER);
    await host.tap('#signature-done');
    expect(host.has('#signature-sheet')).toBe(true);

    await writeName(host);
    const strokes = host.canvas('signature-pad')?.strokes ?? [];
    const lines = strokes.filter((one) => 'call' in one && one.call === 'stroke');
    expect(lines).toHaveLength(4);
    await host.tap('#signature-done');
    expect(host.page.route).toBe('leaving/journey/index');
    expect(host.text('#journey-last-day')).toContain('2026年4月8日');

    expect(host.text('#journey-papers')).toContain('离职通知送达回执');

    await host.tap('#journey-talk');
    card = cardOf(host);
    host.close();
  });

  it('is refused while a name is only a dot', async () => {
    const host = await openNotice(open, STRANGER);
    await host.tap('#notice-send');
    await showWhoOneIs(host, company, STRANGER);
    await host.trigger('#signature-pad', 'touchstart', {}, [{ identifier: 0, x: 60, y: 60 }]);
    await host.trigger('#signature-pad', 'touchend');
    await host.tap('#signature-done');
    expect(host.text('#signature-said')).toContain('签');
    expect(host.page.route).toBe('leaving/notice/index');
    host.close();
  });

  it.each([
    ['a colleague', STRANGER],
    ['whoever will take over, before anybody said so', RECIPIENT],
  ])('shows %s who opens the card nothing, not even a name', async (_, personId) => {
    const host = await open(personId, { ...card, scene: CARD_IN_A_CHAT });
    expect(host.text()).toMatch(/^这里没有你要处理的事/);
    expect(host.text()).not.toContain(LEAVER_NAME);
    expect(host.has('#case-head')).toBe(false);
    host.close();
  });

  it('opens the leader’s own step from the card, whoever shared it', async () => {
    const host = await open(LEADER, { ...card, scene: CARD_IN_A_CHAT });
    expect(host.text('#task-form')).toContain(LEADER_STEP);
    host.close();

    const fromTheList = await openStep(company, open, LEADER, LEADER_STEP);
    const own = cardOf(fromTheList);
    expect(own.query).toEqual(fromTheList.page.query);
    expect(own.query.task).toBeTruthy();
    fromTheList.close();
    const again = await open(LEADER, { ...own, scene: CARD_IN_A_CHAT });
    expect(again.text('#task-form')).toContain(LEADER_STEP);
    again.close();
  });

  it('is taken note of with who takes over, and the recipient may look from then on', async () => {
    const host = await open(LEADER, { ...card, scene: CARD_IN_A_CHAT });
    await host.tap('#act-acknowledge');
    expect(host.text('#task-missing')).toContain('还差 1 项必填');
    await takeNote(host);
    expect(host.text('#case-said')).toContain('已知悉');
    expect(host.has('#act-acknowledge')).toBe(false);
    host.close();

    const hr = await openStep(company, open, HR, HR_STEP);
    await checkEverything(hr);
    expect(hr.text('#case-said')).toContain('已完成');
    hr.close();
  });
});

/** What the page puts into a chat: neutral words, and nobody's name. */
function cardOf(host: WeappHost): Card {
  const { title, path, query, imageUrl } = host.share();
  expect(path).toBe('pages/case/index');
  expect(imageUrl).toBe('/assets/card.png');
  expect(JSON.stringify([title, query])).not.toContain(LEAVER_NAME);
  return { path, query };
}
