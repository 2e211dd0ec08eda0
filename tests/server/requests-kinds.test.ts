import { requestBooks } from '@server/repositories/request-books';
import { granted, outcome, refused } from './company/answers';
import { newsOf } from './company/requests';
import { days, hours, openRequesting, type Requesting } from './company/requesting';

let at: Requesting;

beforeEach(async () => {
  at = await openRequesting();
});

afterEach(() => at.company.close());

describe('outing, trip and overtime', () => {
  it('an outing covers its hours, a trip its days', async () => {
    granted(await at.ask({ ...hours('2026-03-10', 540, 720), kind: 'outing', typeId: '' }));
    granted(await at.decide());
    granted(await at.ask({ ...days('2026-03-11', '2026-03-12'), kind: 'trip', typeId: '' }));
    granted(await at.decide());
    await at.company.clockTo('2026-03-10T13:00');
    granted(await at.fang.punch());
    await at.company.clockTo('18:00');
    granted(await at.fang.punch());
    await at.company.clockTo('2026-03-14T09:00');
    expect((await at.dayOf('2026-03-10')).why.join()).toContain('公出 09:00–12:00，抵扣 180 分钟');
    expect(await at.dayOf('2026-03-11')).toMatchObject({ word: '出差', tone: 'leave' });
  });

  it('overtime counts as the rule says, and the draft says which way that is', async () => {
    await at.company.reorganise(({ rules }) => ({
      overtimeRules: [
        {
          id: 'all',
          name: '加班',
          days: { workday: { recognise: 'approval', settle: 'pay', multiple: 1.5 } },
        },
      ],
      rules: rules.map((rule) =>
        rule.id === 'day' ? { ...rule, overtime: { by: 'rule' as const, overtimeRuleId: 'all' } } : rule,
      ),
    }));
    await at.company.clockTo('2026-03-09T08:30');
    const evening = { ...hours('2026-03-10', 1080, 1200), kind: 'overtime', typeId: '' } as const;
    expect(await at.draft(evening)).toMatchObject({
      durationText: '加班 2 小时',
      hints: ['通过后按申请的时长计加班'],
      refusal: null,
    });
    granted(await at.ask(evening));
    granted(await at.decide());
    await at.company.clockTo('2026-03-12T09:00');
    expect((await at.dayOf('2026-03-10')).why.join()).toContain('加班 120 分钟（18:00–20:00）');
    expect(
      (await at.draft({ ...evening, span: { ...evening.span, fromMinute: 600, toMinute: 660 } as never }))
        .refusal?.code,
    ).toBe('request.nothing-covered');
  });
});

describe('strangers', () => {
  it('see nothing of it and can do nothing to it', async () => {
    const { view } = granted(await at.ask(days('2026-03-10', '2026-03-10')));
    granted(await at.decide());
    const stranger = await at.company.person('李明').bind();
    const { caseId } = view;
    expect(outcome(await stranger.call('case.view', { caseId, taskId: null, round: null }))).toBe(
      'case.unknown',
    );
    expect(outcome(await at.revoke(caseId, stranger))).toBe('case.unknown');
    expect(outcome(await stranger.call('leave.balances', { employmentId: at.fang.employmentId }))).toBe(
      'session.forbidden',
    );
  });

  it('HR of another branch neither sees nor gives leave', async () => {
    const other = await at.company.person('高志强').bind();
    expect(outcome(await other.call('leave.balances', { employmentId: at.fang.employmentId }))).toBe(
      'person.unknown',
    );
    const given = granted(await at.hr.call('leave.balances', { employmentId: at.fang.employmentId }));
    expect(given.grants).toEqual([expect.stringContaining('刘静 · 年假 +5 天 · 2026 年度')]);
  });

  it('what is not free cannot be taken back, and halves are halves', async () => {
    granted(await at.ask(days('2026-03-10', '2026-03-11')));
    expect(refused(await at.give(-4)).facts).toMatchObject({ freeText: '3 天', askedText: '4 天' });
    expect(refused(await at.give(0.3)).code).toBe('leave.amount-invalid');
    granted(await at.give(-2.5));
    expect(await at.left()).toMatchObject({ freeText: '0.5 天' });
    expect((await requestBooks.read(at.company.database, at.fang.employmentId)).balances.annual).toEqual({
      granted: 5,
      spent: 0,
      frozen: 4,
    });
  });
});

describe('when the plan changes', () => {
  it('a day that became free costs no leave: the request is shorter, the balance has it back', async () => {
    granted(await at.ask(days('2026-03-10', '2026-03-12')));
    granted(await at.decide());
    granted(await at.ask(days('2026-03-16', '2026-03-17')));
    expect(await at.left()).toEqual({ freeText: '0 天', detailText: '共 5 天，已用 3 天，审批中 2 天' });
    await at.company.reorganise(() => ({
      specialDays: ['2026-03-11', '2026-03-16'].map((date) => ({
        date: date as never,
        kind: 'holiday' as const,
        name: '司庆日',
      })),
    }));
    await at.company.tick();
    expect(await at.left()).toEqual({ freeText: '2 天', detailText: '共 5 天，已用 2 天，审批中 1 天' });
    expect((await at.fang.sheet('2026-03')).approvals).toHaveLength(2);
    await at.company.tick();
    expect(await at.left()).toMatchObject({ freeText: '2 天' });
  });

  it('a shift that moved takes its leave along', async () => {
    granted(await at.ask(days('2026-03-12', '2026-03-12')));
    granted(await at.decide());
    await at.company.reorganise(({ shifts }) => ({
      shifts: shifts.map((shift) =>
        shift.id === 'nine-to-six' && shift.kind === 'fixed'
          ? { ...shift, segments: [{ in: 600, out: 1140 }] }
          : shift,
      ),
    }));
    await at.company.tick();
    await at.company.clockTo('2026-03-14T09:00');
    const { word, why } = await at.dayOf('2026-03-12');
    expect(word).toBe('请假');
    expect(why.join()).toContain('请假 10:00–19:00，抵扣 480 分钟');
  });

  it('a day that must be worked after all is too much for the balance: HR hears it, nothing goes below zero', async () => {
    granted(await at.give(-3));
    granted(await at.ask(days('2026-03-13', '2026-03-16')));
    granted(await at.decide());
    await at.company.reorganise(() => ({
      specialDays: [{ date: '2026-03-14' as never, kind: 'workday' as const, name: '赶工' }],
    }));
    await at.company.tick();
    expect(await at.left()).toMatchObject({ freeText: '0 天' });
    expect(await newsOf(at.hr)).toContain('王芳 · 改班后假期余额不足');
    const { requests } = granted(await at.fang.call('request.home', {}));
    expect(requests.map(({ status }) => status.text)).toEqual(['改班后余额不足，人事会联系你']);
  });
});
