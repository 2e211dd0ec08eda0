import { granted, outcome, refused } from './company/answers';
import { type Person } from './company/person';
import { callsOn, newsOf } from './leaving/case-calls';
import {
  caseOf,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
} from './leaving/leaving-company';

let company: LeavingCompany;
let caseId: string;
const { move, view } = callsOn(
  () => company,
  () => caseId,
);

/** 王芳 has given notice on Monday morning; her leader is asked. */
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T09:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
});
afterEach(() => company.close());

describe('what HR and the employee settle between them', () => {
  it('a step is waived by HR of the group with a reason, by nobody else, and never what is owed', async () => {
    await reachDepartments(company, caseId);
    const { hr, branchHr, fang } = company;
    const waive = (person: Person, nodeId: string, text: string) => move(person, 'waive', { nodeId, text });
    expect(outcome(await waive(hr, 'assets', ''))).toBe('reason.missing');
    expect(refused(await waive(branchHr, 'assets', '没有资产'))).toEqual({
      code: 'action.not-yours',
      facts: { whose: '人事' },
    });
    expect(outcome(await waive(fang, 'assets', '没有资产'))).toBe('action.not-yours');
    granted(await waive(hr, 'assets', '入职未领用资产'));
    const steps = (await view(fang)).steps;
    expect(steps.find(({ nodeId }) => nodeId === 'assets')).toMatchObject({ state: 'done', who: '已免办' });
    expect(refused(await waive(hr, 'assets', '再来一次')).code).toBe('node.not-open');
    expect((await view(hr)).steps.filter(({ canWaive }) => canWaive).map(({ nodeId }) => nodeId)).not.toEqual(
      expect.arrayContaining(['certificateIssue', 'wages', 'settlement']),
    );
  });

  it('a notice that has arrived is asked back, not taken back; HR answers with a reason', async () => {
    const { fang, hr, leader } = company;
    expect((await view(fang)).withdraw).toBe('ask');
    expect((await view(leader)).withdraw).toBeNull();
    expect(outcome(await move(leader, 'withdraw', { text: '算了' }))).toBe('action.not-yours');
    const asked = granted(await move(fang, 'withdraw', { text: '家里的事解决了' }));
    expect(asked.text).toBe('已申请撤回，等公司答复');
    expect((await caseOf(company, caseId)).status).toBe('running');
    expect(outcome(await move(fang, 'withdraw', { text: '还是想撤回' }))).toBe('withdraw.already-asked');
    expect((await view(hr)).withdrawal).toMatchObject({ reason: '家里的事解决了', canAnswer: true });
    expect(outcome(await move(fang, 'answerWithdrawal', { yes: true, text: '同意' }))).toBe(
      'action.not-yours',
    );
    expect(outcome(await move(hr, 'answerWithdrawal', { yes: true }))).toBe('reason.missing');
    const done = granted(await move(hr, 'answerWithdrawal', { yes: true, text: '欢迎留下' }));
    expect(done.view.status.text).toBe('已撤回');
    expect(refused(await move(fang, 'urge', { nodeId: 'leader' })).code).toBe('case.closed');
  });

  it('an open step is urged once an hour by whoever waits for it', async () => {
    granted(await move(company.fang, 'urge', { nodeId: 'leader' }));
    expect(await newsOf(company.leader)).toContain('通知离职 · 有人请你尽快处理');
    expect(outcome(await move(company.fang, 'urge', { nodeId: 'leader' }))).toBe('urge.too-soon');
    expect(refused(await move(company.fang, 'urge', { nodeId: 'handover' }))).toEqual({
      code: 'node.not-open',
      facts: { closedAt: null },
    });
  });
});
