import { type Company, openCompany } from './company';
import { granted, refused } from './company/answers';
import type { Person } from './company/person';

let company: Company;
afterEach(() => company.close());

const said = async (person: Person): Promise<string> => granted(await person.punch()).text;

describe('an ordinary day, nine to six', () => {
  let fang: Person;

  beforeEach(async () => {
    company = await openCompany({ at: '2026-03-09T07:30' });
    fang = await company.person('王芳').bind();
  });

  it('on time, both ways', async () => {
    await company.clockTo('08:55');
    expect(await said(fang)).toBe('签到成功 08:55 · 正常');
    await company.clockTo('18:00');
    expect(await said(fang)).toBe('签退成功 18:00 · 正常');
    expect(await fang.punchesOn('2026-03-09')).toEqual(['in 08:55', 'out 18:00']);
  });

  it('09:00:59 is 09:00, and 09:01 is late', async () => {
    const siyuan = await company.person('陈思远').bind();
    await company.clockTo('09:00:59');
    expect(await said(fang)).toBe('签到成功 09:00 · 正常');
    await company.clockTo('09:01:00');
    expect(await said(siyuan)).toBe('签到成功 09:01 · 迟到 1 分钟');
  });

  it('late, with the reason in numbers', async () => {
    await company.clockTo('09:07');
    const answer = granted(await fang.punch());
    expect(answer).toMatchObject({
      kind: 'in',
      dutyDate: '2026-03-09',
      atText: '09:07',
      tone: 'late',
      text: '签到成功 09:07 · 迟到 7 分钟',
      why: ['09:07 打卡，应到 09:00，迟到 7 分钟。'],
      correction: null,
    });
  });

  it('early: the button asks first, and a later press heals it', async () => {
    await company.clockTo('08:50');
    granted(await fang.punch());
    await company.clockTo('17:30');
    const { button } = await fang.today();
    expect(button).toMatchObject({ word: '签退', enabled: true, forecast: { tone: 'early' } });
    expect(button.confirm).toBe('现在签退算早退 30 分钟，确定签退吗？');
    expect(await said(fang)).toBe('签退成功 17:30 · 早退 30 分钟');
    await company.clockTo('18:05');
    expect((await fang.today()).button.word).toBe('更新签退');
    expect(await said(fang)).toBe('签退成功 18:05 · 正常');
    // Until 01:30 an out still belongs to the day; then it is over.
    await company.clockTo('2026-03-10T02:00');
    expect((await fang.month()).days[8]).toMatchObject({ word: '正常', tone: 'ok' });
  });

  it('a day off is recorded and not judged', async () => {
    await company.clockTo('2026-03-14T10:00');
    expect((await fang.today()).planText).toBe('今天休息');
    const answer = granted(await fang.punch());
    expect(answer).toMatchObject({
      text: '签到成功 10:00 · 已记录',
      tone: 'info',
      why: ['休息日，不判定。'],
    });
    expect((await fang.month()).days[13]).toMatchObject({ word: '休息', tone: 'rest' });
  });

  it('the day before somebody joins and the day after the last one are no days to punch', async () => {
    const coming = await (await company.hire('新来的', { team: 'day', hireDate: '2026-03-10' })).bind();
    const gone = await (await company.hire('走了的', { team: 'day', lastDay: '2026-03-06' })).bind();
    await company.clockTo('09:00');
    const none = { code: 'punch.not-employed', facts: { dutyDate: '2026-03-09' } };
    expect(refused(await coming.punch())).toEqual(none);
    expect(refused(await gone.punch())).toEqual(none);
  });

  it('whoever stays longer on the last day still punches out, though the access ended at six', async () => {
    const going = await (await company.hire('要走的', { team: 'day', lastDay: '2026-03-09' })).bind();
    await company.clockTo('09:00');
    granted(await going.punch());
    await company.clockTo('18:40');
    expect(granted(await going.punch())).toMatchObject({ kind: 'out', tone: 'ok' });
    expect(refused(await going.call('people.search', { query: '王' }))).toMatchObject({
      code: 'session.left',
    });
  });
});

describe('without a rule', () => {
  it('punching is allowed and nothing is judged', async () => {
    company = await openCompany({ at: '2026-03-09T07:30' });
    const yue = await company.person('吴越').bind();
    await company.clockTo('11:11');
    expect((await yue.today()).button.word).toBe('打卡');
    expect(granted(await yue.punch())).toMatchObject({ text: '打卡成功 11:11 · 已记录', tone: 'info' });
    expect(await yue.punchesOn('2026-03-09')).toEqual(['record 11:11']);
  });
});

describe('a night shift, ten to six', () => {
  it('belongs to the evening it began on', async () => {
    company = await openCompany({ at: '2026-03-09T12:00' });
    const lixin = await company.person('宋立新').bind();
    await company.clockTo('22:20');
    expect(granted(await lixin.punch())).toMatchObject({
      dutyDate: '2026-03-09',
      text: '签到成功 22:20 · 迟到 20 分钟',
    });
    await company.clockTo('2026-03-10T05:50');
    expect((await lixin.today()).planText).toBe('昨日夜班 22:00–次日06:00');
    expect(granted(await lixin.punch())).toMatchObject({
      dutyDate: '2026-03-09',
      text: '签退成功 05:50 · 早退 10 分钟',
    });
    expect((await lixin.month()).days[8]?.word).toBe('迟到 20、早退 10 分钟');
  });

  it('over the end of a month stays whole in the sheet of its month', async () => {
    company = await openCompany({ at: '2026-03-31T12:00' });
    const lixin = await company.person('宋立新').bind();
    await company.clockTo('21:56');
    granted(await lixin.punch());
    await company.clockTo('2026-04-01T06:02');
    expect(granted(await lixin.punch())).toMatchObject({
      dutyDate: '2026-03-31',
      text: '签退成功 06:02 · 正常',
    });
    expect(await lixin.punchesOn('2026-03-31')).toEqual(['in 21:56', 'out 06:02']);
    await expect(lixin.sheet('2026-04')).rejects.toThrow('no sheet');
    await company.clockTo('15:00');
    expect((await lixin.month('2026-03')).days[30]?.word).toBe('正常');
  });

  it('for somebody who lives twelve hours behind the company is told on that clock', async () => {
    company = await openCompany({ at: '2026-03-09T12:00' });
    await company.reorganise(({ rules, departments }) => ({
      departments: [...departments, { id: 'new-york', name: '纽约组', parentId: null }],
      rules: rules.map((rule) =>
        rule.id === 'night'
          ? { ...rule, zone: 'America/New_York', scope: [{ type: 'department', id: 'new-york' }] }
          : rule,
      ),
    }));
    const joe = await (await company.hire('纽约的', { team: 'new-york' })).bind();
    // 22:00 on Monday in New York is 10:00 on Tuesday in Shanghai; 06:00 on Tuesday is 18:00.
    await company.clockTo('2026-03-10T10:05');
    expect(granted(await joe.punch())).toMatchObject({
      dutyDate: '2026-03-09',
      text: '签到成功 22:05 · 迟到 5 分钟',
    });
    await company.clockTo('2026-03-10T17:58');
    expect(granted(await joe.punch())).toMatchObject({
      dutyDate: '2026-03-09',
      text: '签退成功 05:58 · 早退 2 分钟',
    });
    // Half past one at noon there: still the shift of Monday, which is the day before yesterday in Shanghai.
    await company.clockTo('2026-03-11T01:30');
    expect(granted(await joe.punch())).toMatchObject({
      dutyDate: '2026-03-09',
      text: '签退成功 13:30 · 正常',
    });
  });
});

describe('flexible edges', () => {
  it('who comes late stays as much longer', async () => {
    company = await openCompany({ at: '2026-03-09T07:30' });
    const ming = await company.person('李明').bind();
    await company.clockTo('09:12');
    const came = granted(await ming.punch());
    expect(came.text).toBe('签到成功 09:12 · 正常');
    expect(came.today.effectiveText).toBe('今日应到 09:12，应走 18:12');
    await company.clockTo('18:00');
    expect(await said(ming)).toBe('签退成功 18:00 · 早退 12 分钟');
    await company.clockTo('18:12');
    expect(await said(ming)).toBe('签退成功 18:12 · 正常');
  });

  it('who left late may come late: the next day, and the Monday after a Friday', async () => {
    company = await openCompany({ at: '2026-03-12T08:50' });
    const ming = await company.person('李明').bind();
    granted(await ming.punch());
    await company.clockTo('18:35');
    granted(await ming.punch());
    await company.clockTo('2026-03-13T09:25');
    const friday = granted(await ming.punch());
    expect(friday.text).toBe('签到成功 09:25 · 正常');
    expect(friday.today.effectiveText).toBe('今日应到 09:30，应走 18:30，因前一班 18:35 下班');
    await company.clockTo('19:30');
    granted(await ming.punch());
    await company.clockTo('2026-03-16T09:58');
    expect(await said(ming)).toBe('签到成功 09:58 · 正常');
  });

  it('across a month’s border, though the last press came after midnight', async () => {
    company = await openCompany({ at: '2026-03-31T08:58' });
    const ming = await company.person('李明').bind();
    granted(await ming.punch());
    await company.clockTo('18:10');
    granted(await ming.punch());
    await company.clockTo('2026-04-01T00:40');
    expect(granted(await ming.punch())).toMatchObject({
      dutyDate: '2026-03-31',
      text: '签退成功 00:40 · 正常',
    });
    await company.clockTo('09:55');
    const first = granted(await ming.punch());
    expect(first.text).toBe('签到成功 09:55 · 正常');
    expect(first.today.effectiveText).toBe('今日应到 10:00，应走 19:00，因今天凌晨 00:40 下班');
    expect((await ming.sheet('2026-04')).carryIn).toMatchObject({ dutyDate: '2026-03-31', outClock: 1480 });
  });

  it('a later press on the evening before re-judges the morning that is already in the sheet', async () => {
    company = await openCompany({ at: '2026-03-31T08:58' });
    const ming = await company.person('李明').bind();
    granted(await ming.punch());
    await company.clockTo('2026-04-01T09:55');
    expect(await said(ming)).toBe('签到成功 09:55 · 迟到 25 分钟');
    const late = await ming.sheet('2026-04');
    // HR's import brings the evening before: the fact stands, and the day close puts it in.
    await company.storeFact(ming, { at: '2026-03-31T19:05', kind: 'out', dutyDate: '2026-03-31' });
    await company.clockTo('2026-04-03T10:00');
    await company.tick();
    const healed = await ming.sheet('2026-04');
    expect(late.days['01']?.verdict.status).toBe('late');
    expect(healed.days['01']?.verdict.status).toBe('missing');
    expect(healed.days['01']?.verdict.minutes[0]).toBe(0);
    expect(healed.carryIn).toMatchObject({ dutyDate: '2026-03-31', outClock: 1145 });
  });
});
