import { granted, refused } from './company/answers';
import { type Asking, days, hours, openRequesting, type Requesting } from './company/requesting';
import { newsOf, todoOf } from './company/requests';

let at: Requesting;

beforeEach(async () => {
  at = await openRequesting();
});

afterEach(() => at.company.close());

describe('before the tap', () => {
  it('says how long it is by the own plan, over a weekend, and what is left after it', async () => {
    expect(await at.draft(days('2026-03-13', '2026-03-16', { fromAfternoon: true }))).toEqual({
      durationText: '请假 1.5 天',
      daysText: '3月13日 周五 下午，3月16日 周一 全天',
      balanceText: '年假还剩 5 天，申请后剩 3.5 天',
      hints: ['带薪', '其中 2 天休息，不计入'],
      refusal: null,
    });
  });

  it.each<[string, () => Asking, string]>([
    ['a weekend', () => days('2026-03-14', '2026-03-15'), 'request.nothing-covered'],
    ['hours after work', () => hours('2026-03-10', 1140, 1200), 'request.nothing-covered'],
    ['more than is left', () => days('2026-03-10', '2026-03-17'), 'leave.balance-short'],
    ['an end before the beginning', () => days('2026-03-11', '2026-03-10'), 'request.dates-invalid'],
    ['no date', () => days('2026-02-30', '2026-03-10'), 'request.dates-invalid'],
    [
      'a day without any half',
      () => days('2026-03-10', '2026-03-10', { fromAfternoon: true, untilNoon: true }),
      'request.dates-invalid',
    ],
    [
      'hours of a leave in days',
      () => hours('2026-03-10', 540, 600, { typeId: 'annual' }),
      'request.dates-invalid',
    ],
    [
      'a leave that is not offered',
      () => ({ ...days('2026-03-10', '2026-03-10'), typeId: 'moon' }),
      'request.not-offered',
    ],
    ['long ago', () => days('2026-01-05', '2026-01-05'), 'request.too-far-back'],
    ['in two years', () => days('2028-01-05', '2028-01-05'), 'request.too-far-ahead'],
  ])('%s is refused, by the draft and by the request', async (_, asking, code) => {
    expect((await at.draft(asking())).refusal?.code).toBe(code);
    expect(refused(await at.ask(asking())).code).toBe(code);
    expect(await todoOf(at.leader)).toEqual([]);
  });
});

describe('leave', () => {
  it('is granted by the leader, who reads the one fact; the day, its reasons and the balance know of it', async () => {
    const asked = granted(await at.ask(days('2026-03-10', '2026-03-10')));
    expect(asked.view.facts).toContainEqual({ label: '余额', value: '年假还剩 5 天，申请后剩 4 天' });
    expect(await at.left()).toEqual({ freeText: '4 天', detailText: '共 5 天，审批中 1 天' });
    const [item] = await todoOf(at.leader);
    expect(item).toMatchObject({ title: '王芳 · 请假', fact: '年假 1 天 · 3月10日 周二' });

    const { view } = granted(await at.decide());
    expect(view.outcome).toBe('已计入考勤：年假 1 天 · 3月10日 周二');
    expect(await newsOf(at.fang)).toEqual(['请假已通过']);
    expect(await at.left()).toEqual({ freeText: '4 天', detailText: '共 5 天，已用 1 天' });

    expect(await at.dayOf('2026-03-10')).toMatchObject({
      word: '请假',
      why: ['请假 09:00–18:00，抵扣 480 分钟。'],
    });
    await at.company.clockTo('2026-03-12T09:30');
    expect(await at.dayOf('2026-03-10')).toMatchObject({
      word: '请假',
      tone: 'leave',
      why: expect.arrayContaining([expect.stringContaining('请假 09:00–18:00，抵扣 480 分钟')]),
    });
    expect((await at.dayOf('2026-03-11')).word).toBe('少 2 次卡');
  });

  it('of a morning: the button forecasts noon as on time, and the day close agrees', async () => {
    granted(await at.ask(hours('2026-03-10', 540, 780)));
    granted(await at.decide());
    await at.company.clockTo('2026-03-10T12:58');
    expect((await at.fang.today()).button.forecast).toEqual({ tone: 'ok', text: '现在打卡：正常' });
    granted(await at.fang.punch());
    await at.company.clockTo('18:01');
    granted(await at.fang.punch());
    await at.company.clockTo('2026-03-12T09:00');
    expect(await at.dayOf('2026-03-10')).toMatchObject({ tone: expect.stringMatching(/ok|leave/) });
    await at.company.tick();
    expect((await at.fang.sheet('2026-03')).days['10']?.verdict.minutes.slice(0, 3)).toEqual([0, 0, 0]);
  });

  it('that comes after the fact changes a day that was judged and stored already', async () => {
    await at.company.clockTo('10:00');
    granted(await at.fang.punch());
    await at.company.clockTo('18:01');
    granted(await at.fang.punch());
    expect((await at.dayOf('2026-03-09')).word).toBe('迟到 60 分钟');
    expect((await at.fang.sheet('2026-03')).days['09']?.verdict.status).toBe('late');
    granted(await at.ask(hours('2026-03-09', 540, 600)));
    granted(await at.decide());
    expect((await at.fang.sheet('2026-03')).days['09']?.verdict.status).not.toBe('late');
    const day = await at.dayOf('2026-03-09');
    expect(day.tone).not.toBe('late');
    expect(day.why.join()).toContain('请假 09:00–10:00，抵扣 60 分钟');
  });

  it('over the end of a month lies on both sheets, and neither counts it twice', async () => {
    granted(await at.ask(days('2026-03-31', '2026-04-01')));
    granted(await at.decide());
    expect(await at.left()).toMatchObject({ freeText: '3 天' });
    await at.company.clockTo('2026-04-15T09:00');
    for (const date of ['2026-03-31', '2026-04-01']) {
      const { word, why } = await at.dayOf(date);
      expect(word).toBe('请假');
      expect(why.filter((line) => line.includes('抵扣 480 分钟'))).toHaveLength(1);
    }
    expect((await at.fang.sheet('2026-03')).approvals).toHaveLength(1);
    expect((await at.fang.sheet('2026-04')).approvals).toHaveLength(1);
  });

  it('not granted, or withdrawn, gives the balance back and leaves the days as they were', async () => {
    granted(await at.ask(days('2026-03-10', '2026-03-10')));
    granted(await at.decide('reject'));
    expect(await at.left()).toMatchObject({ freeText: '5 天' });
    const { view } = granted(await at.ask(days('2026-03-10', '2026-03-10')));
    expect(await at.left()).toMatchObject({ freeText: '4 天' });
    granted(await at.withdraw(view.caseId));
    expect(await at.left()).toEqual({ freeText: '5 天', detailText: '共 5 天' });
    await at.company.clockTo('2026-03-12T09:00');
    expect((await at.dayOf('2026-03-10')).word).toBe('少 2 次卡');
  });

  it('that was granted is taken back by a decision of its own', async () => {
    const { view } = granted(await at.ask(days('2026-03-10', '2026-03-11')));
    expect(refused(await at.revoke(view.caseId)).code).toBe('request.not-granted');
    granted(await at.decide());
    granted(await at.revoke(view.caseId));
    expect(refused(await at.revoke(view.caseId)).code).toBe('request.already-revoking');
    expect((await todoOf(at.leader))[0]).toMatchObject({
      title: '王芳 · 撤销申请',
      fact: '撤销 年假 2 天 · 3月10日 周二 至 3月11日 周三',
    });
    granted(await at.decide());
    expect(await at.left()).toEqual({ freeText: '5 天', detailText: '共 5 天' });
    expect((await at.fang.sheet('2026-03')).approvals).toEqual([]);
    await at.company.clockTo('2026-03-12T09:00');
    expect((await at.dayOf('2026-03-10')).word).toBe('少 2 次卡');
    expect(refused(await at.revoke(view.caseId)).code).toBe('request.not-granted');
  });
});
