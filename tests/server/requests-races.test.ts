import { granted, outcome, refused } from './company/answers';
import { freshId } from './company/person';
import { days, hours, openRequesting, type Requesting } from './company/requesting';
import { newsOf, todoOf } from './company/requests';

let at: Requesting;

beforeEach(async () => {
  at = await openRequesting();
});

afterEach(() => at.company.close());

describe('two at once', () => {
  it('for the last day: one is held, the other hears that it is too much', async () => {
    granted(await at.give(-4));
    const answers = await Promise.all(
      ['2026-03-10', '2026-03-11', '2026-03-12'].map((date) => at.ask(days(date, date))),
    );
    expect(answers.map(outcome).sort()).toEqual(['leave.balance-short', 'leave.balance-short', 'ok']);
    expect(await at.left()).toMatchObject({ freeText: '0 天' });
    expect(await todoOf(at.leader)).toHaveLength(1);
  });

  it('for the same day: one is held, the other hears what stands there', async () => {
    const answers = await Promise.all([
      at.ask(days('2026-03-10', '2026-03-10')),
      at.ask(hours('2026-03-10', 540, 600)),
    ]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'request.overlaps']);
  });

  it('the same tap: one request, one freeze', async () => {
    const commandId = freshId();
    const answers = await Promise.all(
      [1, 2, 3].map(() => at.ask(days('2026-03-10', '2026-03-10'), commandId)),
    );
    const again = granted(await at.ask(days('2026-03-10', '2026-03-10'), commandId));
    const ids = answers.filter(({ ok }) => ok).map((answer) => granted(answer).view.caseId);
    expect(new Set([...ids, again.view.caseId]).size).toBe(1);
    expect(await at.left()).toMatchObject({ freeText: '4 天' });
    expect(await todoOf(at.leader)).toHaveLength(1);
  });

  it('the at.leader agreeing twice, and the grant given twice, count once', async () => {
    const grantId = freshId();
    await Promise.all([at.give(1, grantId), at.give(1, grantId)]);
    expect(await at.left()).toMatchObject({ freeText: '6 天' });
    granted(await at.ask(days('2026-03-10', '2026-03-10')));
    const [item] = await todoOf(at.leader);
    const { caseId, taskId, round } = item?.link ?? {};
    if (!caseId || !taskId || !round) throw new Error('nothing waits for the leader');
    const commandId = freshId();
    const agree = () =>
      at.leader.call('case.act', {
        commandId,
        caseId,
        taskId,
        round,
        action: 'agree',
        comment: '',
        toEmploymentId: null,
      });
    await Promise.all([agree(), agree(), agree()]);
    expect(await at.left()).toEqual({ freeText: '5 天', detailText: '共 6 天，已用 1 天' });
    expect((await at.fang.sheet('2026-03')).approvals).toHaveLength(1);
  });

  it('withdrawing against granting: balance, days and case agree on who won', async () => {
    const { view } = granted(await at.ask(days('2026-03-10', '2026-03-10')));
    const [agreed, withdrawn] = await Promise.all([at.decide(), at.withdraw(view.caseId)]);
    expect([agreed.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
    expect(await at.left()).toMatchObject({ freeText: agreed.ok ? '4 天' : '5 天' });
    await at.company.clockTo('2026-03-12T09:00');
    expect((await at.dayOf('2026-03-10')).word).toBe(agreed.ok ? '请假' : '少 2 次卡');
  });
});

describe('a locked month', () => {
  beforeEach(async () => {
    await at.company.clockTo('08:55');
    granted(await at.fang.punch());
  });

  it('takes no request, and no decision on one that was asked before', async () => {
    granted(await at.ask(days('2026-03-10', '2026-03-10')));
    await at.lock('2026-03', 'locked');
    expect(refused(await at.decide()).code).toBe('month.locked');
    expect(refused(await at.ask(days('2026-03-12', '2026-03-12'))).code).toBe('month.locked');
    await at.lock('2026-03', 'open');
    granted(await at.decide());
    expect(await at.left()).toMatchObject({ detailText: '共 5 天，已用 1 天' });
  });

  it('that was locked in between is told to HR, and the days follow once it is open again', async () => {
    granted(await at.ask(days('2026-03-10', '2026-03-10')));
    granted(await at.decide());
    // As if the function had died after its commit, and the month had been locked before the timer came.
    const sheet = await at.fang.sheet('2026-03');
    await at.company.database.updateWhere(
      'sheets',
      sheet._id,
      {},
      { set: { approvals: [], lock: 'locked' }, increment: { revision: 1 } },
    );
    const [case_] = await at.company.database.find('cases', { flowId: 'leave' }, { limit: 1 });
    const caseId = (case_ as { _id: string })._id;
    await at.company.database.updateWhere('commits', `${caseId}:2`, {}, { set: { pending: true } });
    await at.company.clockTo('09:10');
    await at.company.tick();
    expect(await newsOf(at.hr)).toContain('王芳 · 2026年3月已锁定，已通过的申请没有计入');
    expect((await at.fang.sheet('2026-03')).approvals).toEqual([]);
    await at.lock('2026-03', 'open');
    await at.company.clockTo('12:00');
    await at.company.tick();
    expect((await at.fang.sheet('2026-03')).approvals).toHaveLength(1);
  });
});
