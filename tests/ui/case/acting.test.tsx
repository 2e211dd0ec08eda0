import { cleanup } from '@testing-library/react';
import { checkTask, leaderTask, step } from '../fixtures/leaving-case';
import { phone } from '../stubs/taro';
import { asked, byId, choose, openCase, pass, server, tap, textOf, write } from './open-case';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));
jest.mock('@/phone/photos', () => ({
  choosePhotos: async () => [{ path: 'wxfile://tmp/1.jpg' }],
  uploadPhoto: async (folder: string) => `cloud://${folder}/1.jpg`,
}));

afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('the leader', () => {
  it('names the recipient and takes note in three taps, and the next one is offered', async () => {
    await openCase();
    await tap('pick-recipient');
    await tap('people-found-E006');
    expect(textOf('pick-recipient')).toBe('李明');
    server.view = {
      ...server.view,
      task: null,
      next: { title: '赵敏 · 补卡申诉', link: { caseId: 'E009-c', taskId: null, round: null } },
    };
    await tap('act-acknowledge');
    expect(asked('case.act')).toEqual([
      expect.objectContaining({
        caseId: 'E003-leave',
        taskId: 'leader#1.0.0',
        round: 1,
        action: 'acknowledge',
        fields: { recipient: 'E006' },
      }),
    ]);
    expect(textOf('case-said')).toContain('好了');
    await tap('case-next');
    expect(phone.routes).toEqual(['instead /pages/case/index?case=E009-c']);
  });

  it('hears what is missing before anything is sent', async () => {
    await openCase();
    expect(byId('task-missing')).toBeNull();
    await tap('act-acknowledge');
    expect(textOf('task-missing')).toBe('还差 1 项必填：交接接收人');
    expect(asked('case.act')).toEqual([]);
  });

  it('proposes a day, asks for a talk, hands the task on', async () => {
    await openCase();
    await tap('act-proposeDate');
    await tap('date-send');
    expect(asked('case.act')).toEqual([]);
    await choose('propose-day', '2026-04-24');
    await tap('date-send');
    await tap('act-askForTalk');
    await write('reason-text', '周三下午');
    await tap('reason-send');
    await tap('act-transfer');
    await tap('people-found-E006');
    await tap('reason-send');
    expect(asked('case.act')).toEqual([
      expect.objectContaining({ action: 'proposeDate', lastDay: '2026-04-24' }),
      expect.objectContaining({ action: 'askForTalk', comment: '周三下午' }),
      expect.objectContaining({ action: 'transfer', toEmploymentId: 'E006' }),
    ]);
  });

  it('keeps what was filled in when the server says no', async () => {
    await openCase();
    await tap('pick-recipient');
    await tap('people-found-E006');
    server.refusing = { 'case.act': { code: 'person.gone', facts: { name: '李明' } } };
    await tap('act-acknowledge');
    expect(textOf('case-said')).toContain('李明已经离职，请另选一位');
    expect(textOf('pick-recipient')).toBe('李明');
  });
});

describe('a form', () => {
  it('ticks its boxes, and a box that is not ticked is missing', async () => {
    await openCase({ task: checkTask });
    await tap('check-insuranceChecked');
    await tap('act-complete');
    expect(textOf('task-missing')).toBe('还差 1 项必填：公积金已核对');
    await tap('check-fundChecked');
    await tap('act-complete');
    expect(asked('case.act')).toEqual([
      expect.objectContaining({ fields: { insuranceChecked: true, fundChecked: true } }),
    ]);
  });

  it('takes dates, words, whole numbers, choices and photos', async () => {
    const field = { required: true, choices: [], value: null, valueText: null };
    await openCase({
      task: {
        ...checkTask,
        minPhotos: 1,
        fields: [
          { ...field, name: 'answerBy', label: '答复日期', type: 'date' },
          { ...field, name: 'ground', label: '事由', type: 'text' },
          { ...field, name: 'compensationFen', label: '补偿', type: 'number' },
          {
            ...field,
            name: 'why',
            label: '原因',
            type: 'choice',
            choices: [{ value: 'pay', label: '薪酬' }],
          },
        ],
      },
    });
    await tap('act-complete');
    expect(textOf('task-missing')).toBe('还差 4 项必填：答复日期、事由、补偿、原因；还差 1 张照片');
    await choose('date-answerBy', '2026-03-20');
    await write('input-ground', '无故缺勤');
    await write('input-compensationFen', '1.5');
    expect((byId('input-compensationFen') as HTMLInputElement).value).toBe('');
    await write('input-compensationFen', '0');
    await tap('choice-why-pay');
    await tap('task-add-photo');
    await tap('act-complete');
    expect(asked('case.act')).toEqual([
      expect.objectContaining({
        fields: { answerBy: '2026-03-20', ground: '无故缺勤', compensationFen: 0, why: 'pay' },
        photoIds: ['cloud://inbox/openid-1/1.jpg'],
      }),
    ]);
  });

  it('with a page of its own leads there, with the very task', async () => {
    await openCase({
      task: {
        ...checkTask,
        taskId: 'handoverReview#2.0.0',
        round: 2,
        nodeId: 'handoverReview',
        nodeKind: 'decide',
        actions: ['agree', 'return', 'transfer'],
      },
    });
    expect(byId('act-agree')).toBeNull();
    expect(byId('act-return')).toBeNull();
    expect(byId('act-transfer')).not.toBeNull();
    await tap('task-page');
    expect(phone.routes).toEqual([
      'open /leaving/review/index?case=E003-leave&task=handoverReview%232.0.0&round=2',
    ]);
  });

  it('that needs a reliable signature offers paper to the signer, and HR checks the original', async () => {
    const signature = {
      document: 'agreement',
      title: '离职协议',
      level: 'reliable' as const,
      digest: 'a'.repeat(64),
      onPaper: true,
    };
    await openCase({
      task: { ...leaderTask, nodeKind: 'sign', actions: ['sign', 'object'], fields: [], signature },
    });
    expect(textOf('task-on-paper')).toContain('等待配置电子签');
    expect(byId('act-sign')).toBeNull();
    expect(byId('act-object')).not.toBeNull();
    cleanup();
    const paper = { taskId: 't#1', round: 1, title: '离职协议', signerName: '王芳', digest: 'a'.repeat(64) };
    await openCase({ task: null, papers: [paper] });
    await tap('check-paper');
    expect(asked('case.signOnPaper')).toEqual([
      expect.objectContaining({ taskId: 't#1', round: 1, photoIds: ['cloud://inbox/openid-1/1.jpg'] }),
    ]);
  });

  it('that waits for a paper says so and offers nothing to sign', async () => {
    await openCase({
      task: {
        ...leaderTask,
        nodeId: 'employeeAgrees',
        nodeKind: 'sign',
        actions: ['sign', 'object'],
        fields: [],
        signature: { document: 'agreement', title: '离职协议', level: 'basic', digest: null, onPaper: false },
      },
    });
    expect(textOf('task-waits')).toContain('《离职协议》正在生成');
    expect(byId('act-sign')).toBeNull();
  });
});

describe('what is settled between people', () => {
  it('a return says where to and why', async () => {
    await openCase({
      task: {
        ...checkTask,
        actions: ['agree', 'return'],
        returnsTo: [
          { nodeId: 'leader', title: '直属上级审批' },
          { nodeId: 'apply', title: '填写申请' },
        ],
      },
    });
    await tap('act-return');
    await tap('return-to-apply');
    await tap('reason-send');
    expect(asked('case.act')).toEqual([]);
    await write('reason-text', '缺证明');
    await tap('reason-send');
    expect(asked('case.act')).toEqual([
      expect.objectContaining({ action: 'return', toNodeId: 'apply', comment: '缺证明' }),
    ]);
  });

  it('a proposed day is answered by the employee, and only waited for by others', async () => {
    const proposal = {
      lastDay: '2026-04-24',
      lastDayText: '4月24日 周五',
      byName: '陈思远',
      canAnswer: true,
    };
    await openCase({ proposal, task: null, isApplicant: true });
    expect(textOf('case-proposal')).toContain('不同意也没关系，原来的日期不变');
    await tap('answer-date-yes');
    expect(asked('case.move')).toEqual([expect.objectContaining({ move: 'answerDate', yes: true })]);
    cleanup();
    await openCase({ proposal: { ...proposal, canAnswer: false } });
    expect(byId('answer-date-yes')).toBeNull();
    expect(textOf('case-proposal')).toContain('等员工本人答复');
  });

  it('a notice is asked back with a reason; a request is taken back without one', async () => {
    await openCase({ task: null, withdraw: 'ask', isApplicant: true });
    await tap('act-withdraw');
    await tap('reason-send');
    expect(asked('case.move')).toEqual([]);
    await write('reason-text', '不走了');
    await tap('reason-send');
    expect(asked('case.move')).toEqual([expect.objectContaining({ move: 'withdraw', text: '不走了' })]);
    cleanup();
    await openCase({ task: null, withdraw: 'now', flowId: 'correction' });
    await tap('act-withdraw');
    await tap('reason-send');
    expect(asked('case.move')).toHaveLength(1);
  });

  it('HR waives a step with a reason and names who handles a stalled one', async () => {
    await openCase({
      task: null,
      steps: [
        step('assets', '收回资产', { state: 'now', canWaive: true }),
        step('accounts', '核对账号', { state: 'now', canAssign: true }),
      ],
    });
    await tap('waive-assets');
    await write('reason-text', '未领用');
    await tap('reason-send');
    await tap('assign-accounts');
    await tap('people-found-E006');
    expect(asked('case.move')).toEqual([
      expect.objectContaining({ move: 'waive', nodeId: 'assets', text: '未领用' }),
      expect.objectContaining({ move: 'assign', nodeId: 'accounts', people: ['E006'] }),
    ]);
  });

  it('a case is copied to a colleague where the caller may', async () => {
    await openCase();
    expect(byId('act-cc')).toBeNull();
    cleanup();
    await openCase({ copyAt: { nodeId: 'leader' } });
    await tap('act-cc');
    await tap('people-found-E006');
    expect(asked('case.move')).toEqual([
      expect.objectContaining({ move: 'cc', nodeId: 'leader', people: ['E006'] }),
    ]);
  });

  it('a long road shows what is open now, and all of it with a tap', async () => {
    await openCase();
    expect(textOf('case-steps')).toContain('已完成 1 步，进行中 1 步，后面还有 5 步');
    expect(textOf('case-steps')).not.toContain('提交离职通知');
    await tap('whole-road');
    expect(textOf('case-steps')).toContain('提交离职通知');
    await pass(0);
  });
});
