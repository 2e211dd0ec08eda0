import type { PunchFact } from '@server/repositories/punches';
import type { Sheet } from '@server/repositories/sheets';
import { DEMO_AFTER_WORK_TEMPLATE_ID } from '../../scripts/demo/cloud-options';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { AT_THE_DOOR, freshId, metersNorth, type Person } from './company/person';

let company: Company;
let hr: Person;
let fang: Person;
let xiuying: Person;

/** What comes to a day beside the button: a machine's rows, reminders, and what HR may want to look at. */
beforeAll(async () => {
  company = await openCompany({
    at: '2026-03-09T07:00',
    environment: { AFTER_WORK_TEMPLATE_ID: DEMO_AFTER_WORK_TEMPLATE_ID },
  });
  hr = company.person('刘静');
  fang = await company.person('王芳').bind();
  xiuying = await company.person('何秀英').bind();
  await company.person('高志强').bind();
});
afterAll(() => company.close());

const PHONE = 'phone-that-goes-round-0001';

const press = (person: Person, position: PunchFact['position'] = AT_THE_DOOR, id?: string) =>
  person.call('punch.clock', {
    punchId: freshId(),
    position,
    claimedAt: null,
    device: { model: 'test phone', utcOffsetMinutes: 480, ...(id !== undefined && { id }) },
  });

const tickAt = async (moment: string): Promise<void> => {
  await company.clockTo(moment);
  await company.tick();
};

const news = async (person: Person) =>
  granted(await person.call('inbox.list', { show: 'news', before: null })).items;

describe('signals', () => {
  const listed = async (person: Person) =>
    granted(await person.call('signals.list', { kind: null, before: null }));

  it('are found once, name the numbers, and change no verdict', async () => {
    await company.tick();
    await company.clockTo('08:30');
    granted(await press(fang, AT_THE_DOOR, PHONE));
    await company.clockTo('08:34');
    granted(await press(xiuying, AT_THE_DOOR, PHONE));
    await company.clockTo('08:50');
    expect(outcome(await press(fang, metersNorth(150_000)))).toBe('punch.outside-fence');
    await company.clockTo('09:40');
    await Promise.all([company.tick(), company.tick()]);
    await company.tick();
    const { lines, scopeText } = await listed(hr);
    expect(scopeText).toBe('全公司');
    expect(lines.map(({ kind, who, evidence }) => `${kind} ${who} ${evidence}`)).toEqual([
      'fast-move 王芳 08:30 到 08:50 之间至少移动了 150 公里，约 450 公里/小时',
      'shared-phone 王芳、何秀英 同一部手机 08:30 和 08:34 先后为两个人打卡',
    ]);
    expect((await fang.today()).cards[0]).toMatchObject({ actual: '08:30', note: '正常' });
  });

  it('are seen by the company’s HR, by a branch’s for the own people, and by nobody else', async () => {
    const branch = await listed(company.person('高志强'));
    expect(branch.scopeText).toBe('苏州');
    expect(branch.lines.map(({ who }) => who)).toEqual(['其他机构的同事、何秀英']);
    expect(branch.lines[0]?.people.map(({ name }) => name)).toEqual(['何秀英']);
    expect(outcome(await fang.call('signals.list', { kind: null, before: null }))).toBe('session.forbidden');
  });
});

describe('reminders', () => {
  it('after work reach whoever is in and not out, once, and not whoever is out', async () => {
    for (const person of [fang, xiuying]) {
      await company.cloud.weChat.accept(person.openid, [DEMO_AFTER_WORK_TEMPLATE_ID]);
      const answers = [{ templateId: DEMO_AFTER_WORK_TEMPLATE_ID, answer: 'accept' as const }];
      granted(await person.call('reminders.recordAnswers', { answerId: freshId(), answers }));
    }
    await company.clockTo('18:04');
    granted(await press(xiuying));
    await tickAt('18:05');
    expect(company.cloud.weChat.messages(fang.openid)).toEqual([]);
    await tickAt('18:10');
    await Promise.all([company.tick(), company.tick()]);
    expect(company.cloud.weChat.messages(fang.openid).map(({ data }) => data)).toEqual([
      {
        thing1: '早班 09:00–18:00',
        time2: '2026年3月9日 18:00',
        thing3: '总部大楼',
        thing4: '下班了，还没有签退',
      },
    ]);
    expect(company.cloud.weChat.messages(xiuying.openid)).toEqual([]);
  });

  it('of a missing card come the next morning, after the quiet hours, once, and lead to the day', async () => {
    await tickAt('2026-03-10T07:30');
    expect(await news(fang)).toEqual([]);
    await tickAt('2026-03-10T08:00');
    await Promise.all([company.tick(), company.tick()]);
    const items = await news(fang);
    expect(items.map(({ title, fact, page }) => ({ title, fact, page }))).toEqual([
      {
        title: '3月9日 周一 少下班卡',
        fact: '早班 09:00–18:00，可补卡',
        page: 'pages/month/index?date=2026-03-09',
      },
    ]);
    expect(await news(xiuying)).toEqual([]);
    await tickAt('2026-03-11T08:00');
    expect((await news(fang)).filter(({ title }) => title.startsWith('3月9日'))).toHaveLength(1);
  });
});

describe('a machine’s file', () => {
  const upload = async (person: Person, text: string): Promise<string> => {
    const cloudPath = `inbox/${person.openid}/${freshId()}.csv`;
    return (await company.sdk.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID;
  };
  const check = async (person: Person, rows: readonly string[]) =>
    granted(
      await person.call('machine.check', {
        fileId: await upload(person, ['工号,时间,设备', ...rows].join('\n')),
        name: 'gate.csv',
      }),
    );
  const [late, gate] = ['18:07', '东门'];

  it('is looked at first: wrong rows and locked months are named, nothing is written', async () => {
    const march = await xiuying.sheet('2026-03');
    const _id = `${xiuying.employmentId}:2026-02`;
    const february: Sheet = { ...march, _id, month: '2026-02', lock: 'locked', days: {} };
    await company.database.add('sheets', february);
    const checked = await check(hr, [
      `${fang.employmentId},2026-03-09 ${late},${gate}`,
      `${fang.employmentId},2026-03-09 ${late}:30,${gate}`,
      `${fang.employmentId},2026/3/10 8:58,${gate}`,
      `${xiuying.employmentId},2026-02-27 09:00,${gate}`,
      'E999,2026-03-09 18:00,东门',
      `${fang.employmentId},昨天,东门`,
      `${fang.employmentId},2026-03-11 08:30,东门`,
    ]);
    expect(checked).toMatchObject({
      rows: 7,
      sound: 4,
      people: 2,
      spanText: '2月27日 周五 至 3月10日 周二',
      wrong: [
        { row: 6, text: 'E999：没有这个工号' },
        { row: 7, text: '“昨天”不是时间，应像 2026-03-09 08:55' },
        { row: 8, text: '2026-03-11 08:30 还没到' },
      ],
      locked: ['何秀英 2026年2月'],
    });
    expect(await fang.punchesOn('2026-03-09')).toEqual(['in 08:30']);

    const take = () => hr.call('machine.take', { tableId: checked.tableId, after: null });
    const taken = granted(await take());
    expect(taken).toMatchObject({ counted: 2, known: 0, locked: ['何秀英 2026年2月'], next: null });
    expect(granted(await take())).toMatchObject({ counted: 0, known: 2 });
    expect(await fang.punchesOn('2026-03-09')).toEqual(['in 08:30', 'record 18:07']);
    const day = (await fang.month('2026-03')).days.find(({ date }) => date === '2026-03-09');
    expect(day).toMatchObject({ word: '正常' });
    expect(await fang.punchesOn('2026-03-10')).toEqual(['record 08:58']);
  });

  it('is closed to people of other branches, and its rows stay after the day close', async () => {
    const checked = await check(company.person('高志强'), [`${fang.employmentId},2026-03-09 12:00,东门`]);
    expect(checked).toMatchObject({ sound: 0, wrong: [{ text: `${fang.employmentId}：没有这个工号` }] });
    expect(outcome(await fang.call('machine.home', {}))).toBe('session.forbidden');
    expect(refused(await hr.call('machine.take', { tableId: 'none', after: null })).code).toBe(
      'machine.file-gone',
    );
    await tickAt('2026-03-12T12:30');
    expect(await fang.punchesOn('2026-03-09')).toEqual(['in 08:30', 'record 18:07']);
  });
});
