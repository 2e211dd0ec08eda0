import { openStage, type Stage } from './support/stage';

/** 王芳 works 09:00–18:00 at the headquarters, whose fence is 300 metres. */
const WHO = '王芳';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(WHO, '08:52');
}, 240_000);

afterAll(() => stage?.close());

describe('punching, on the phone of somebody at the door', () => {
  it('says what a tap would be, then does it once, however often it is tapped', async () => {
    const phone = await stage.phone('欧阳若曦');
    await phone.visit();
    await phone.sees('forecast', '现在打卡：正常');
    await phone.sees('punch-button', '签到');
    await phone.sees('whereabouts', '在打卡范围内');

    await phone.tapTwice('punch-button');
    await phone.sees('punch-answer', '正常');
    await phone.sees('cards', '实到 08:5');

    const { cards } = await stage.ask('欧阳若曦', 'punch.today', { position: null });
    expect(cards[0]).toMatchObject({ kind: 'in', tone: 'ok' });
    await phone.visit();
    await phone.sees('punch-button', '签退');
    expect(phone.unseenTroubles).toEqual([]);
  });

  it('says how many metres are missing, and lets the person in when they have walked them', async () => {
    const phone = await stage.phone(WHO);
    await phone.standAway(612);
    await phone.visit();
    await phone.sees('punch-hindrance', /还差 31[123] 米/);
    await phone.sees('whereabouts', /距离 61[123] 米/);
    await phone.tap('punch-button');
    await phone.sees('punch-hindrance', /还差 31[123] 米/);
    expect((await stage.ask(WHO, 'punch.today', { position: null })).cards[0]?.actual ?? null).toBeNull();

    await phone.standAway(40);
    await phone.tap('locate-again');
    await phone.sees('forecast', '现在打卡：正常');
    await phone.tap('punch-button');
    await phone.sees('punch-answer', '正常');
  });

  it('explains a refused position, and goes on as soon as it is allowed', async () => {
    const phone = await stage.phone('陈思远');
    await phone.refuseLocation();
    await phone.visit();
    await phone.sees('location-why', '打卡要用到位置');

    await phone.allowLocation();
    await phone.tap('allow-location');
    await phone.sees('forecast', '现在打卡：正常');
    await phone.tap('punch-button');
    await phone.sees('punch-answer', '正常');
  });

  it('keeps a punch while the network is gone, sends it once, and is judged when it arrives', async () => {
    const phone = await stage.phone('赵一鸣');
    await phone.visit();
    await phone.sees('forecast', '现在打卡：正常');

    await phone.network('off');
    await phone.tap('punch-button');
    await phone.sees('waiting', '等待发送 1 条');
    await phone.sees('waiting', '已存在手机上');
    expect(
      (await stage.ask('赵一鸣', 'punch.today', { position: null })).cards[0]?.actual ?? null,
    ).toBeNull();

    // The flexible 30 minutes and the hour after them pass while the phone is in the lift.
    await stage.laterByMinutes(100);
    await phone.network('on');
    await phone.sees('punch-answer', /的打卡已送到/);
    await phone.sees('punch-answer', /手机记下的时间是 .*补卡/);
    await phone.isGone('waiting');

    const { cards } = await stage.ask('赵一鸣', 'punch.today', { position: null });
    expect(cards[0]?.actual).toMatch(/^10:3/);
    expect(cards[0]?.tone).not.toBe('ok');
    await phone.visit();
    await phone.isGone('waiting');
  });

  it('sends a punch again whose answer was lost on the way, and it still counts once', async () => {
    const phone = await stage.phone('周可心');
    await phone.visit();
    await phone.sees('punch-button', '签到');
    await phone.loseNextAnswerTo('punch.clock');
    await phone.tap('punch-button');
    await phone.sees('cards', /实到 \d/);
    const before = await stage.ask('周可心', 'punch.today', { position: null });
    expect(before.cards.filter(({ actual }) => actual !== null)).toHaveLength(1);
    await phone.isGone('waiting');
  });
});
