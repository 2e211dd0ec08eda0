import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { CaseView, OutputOf } from '@contract/contract';
import { JourneyDesk } from '@/features/leaving/journey-desk';
import { MineDesk } from '@/features/mine/mine-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

type Leaving = OutputOf<'leaving.mine'>;

const step = (more: Partial<CaseView['steps'][number]>): CaseView['steps'][number] => ({
  nodeId: 'notice',
  title: '提交离职通知',
  state: 'done',
  tone: 'ok',
  who: '王芳 提交',
  when: '10月22日 周四 09:00，用时 1 分钟',
  due: null,
  overdue: false,
  canUrge: false,
  canWaive: false,
  canAssign: false,
  ...more,
});

const view: CaseView = {
  caseId: 'E003-1',
  flowId: 'leave-notice',
  title: '通知离职',
  applicantName: '王芳',
  isApplicant: true,
  status: { tone: 'info', text: '等待刘静处理' },
  facts: [],
  photos: [],
  steps: [
    step({}),
    step({
      nodeId: 'hrCheck',
      title: '人事核对',
      state: 'now',
      tone: 'late',
      who: '等待 刘静',
      when: null,
      due: '已超时 2 小时',
      overdue: true,
      canUrge: true,
    }),
    ...['a', 'b', 'c', 'd', 'e'].map((nodeId) =>
      step({ nodeId, title: `以后 ${nodeId}`, state: 'next', tone: 'none', who: '', when: null }),
    ),
  ],
  comments: [],
  items: [],
  unread: 2,
  canComment: true,
  canReadPapers: true,
  people: [],
  uploadFolder: 'inbox/openid',
  seq: 9,
  task: null,
  withdraw: 'ask',
  proposal: null,
  withdrawal: null,
  papers: [],
  outcome: null,
  next: null,
};

const leaving = (journey: Partial<NonNullable<Leaving['journey']>> = {}): Leaving => ({
  name: '王芳',
  departmentName: '产品部',
  searches: false,
  keepsPeople: false,
  seesReports: false,
  journey: {
    view,
    running: true,
    lastDayText: '2026年11月21日',
    daysLeftText: '还有 25 天',
    law: { text: '到期即可离开，不需要批准。', article: '《劳动合同法》第三十七条' },
    tasks: [
      {
        title: '填写交接清单',
        nodeId: 'handover',
        link: { caseId: 'E003-1', taskId: 'handover#1.0.0', round: 1 },
      },
    ],
    urged: ['hrCheck'],
    ...journey,
  },
});

const CHOICE = {
  withReason: false,
  reasonText: '劳动者提前三十日以书面形式通知用人单位解除',
  made: false,
  pending: false,
  revision: 0,
};

let mine: Leaving;
let asked: { procedure: string; input: unknown }[];

const byId = (id: string) => document.getElementById(id);
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const moves = () =>
  asked.filter(({ procedure }) => procedure === 'case.move').map(({ input }) => input as { move: string });

beforeEach(() => {
  resetPhone();
  asked = [];
  mine = leaving();
  phone.answer = async (data) => {
    asked.push(data);
    const values: Record<string, unknown> = {
      'leaving.mine': mine,
      'document.list': {
        papers: [
          {
            id: 'E003-1:receipt:1',
            title: '离职通知送达回执',
            number: 'HZ-2026-4F7K-9Q2M',
            version: 1,
            madeText: '10月22日 周四 09:00',
            digest: 'c'.repeat(64),
            sizeText: '32 KB',
            revokedText: null,
            purged: false,
            canRevoke: false,
          },
        ],
        canExport: false,
      },
      'case.move': { text: '已提醒处理人', view },
      'certificate.choose': { text: '已记下：离职证明写明离职原因', choice: CHOICE },
    };
    return { result: { ok: true, value: values[data.procedure] } };
  };
});
afterEach(cleanup);

const open = async () => {
  render(<JourneyDesk />);
  await waitFor(() => expect(byId('journey-head') ?? byId('journey-none')).not.toBeNull());
};

describe('the journey of whoever leaves', () => {
  it('is one road: done, now with who and since when, next; the law in a sentence; papers to keep', async () => {
    await open();
    const text = document.body.textContent ?? '';
    expect(text).toContain('最后工作日 2026年11月21日 · 还有 25 天');
    expect(text).toContain('到期即可离开，不需要批准');
    expect(text).toContain('等待 刘静');
    expect(text).toContain('已超时 2 小时');
    expect(text).toContain('已催促相关负责人');
    expect(text).toContain('以后 e');
    await waitFor(() =>
      expect(byId('journey-paper-HZ-2026-4F7K-9Q2M')?.textContent).toContain('离职通知送达回执'),
    );
  });

  it('leads to what waits for the leaver', async () => {
    await open();
    await tap('journey-task-handover');
    expect(phone.routes).toEqual(['open /pages/case/index?case=E003-1&task=handover%231.0.0&round=1']);
  });

  it('a notice can only be asked back, with a reason', async () => {
    await open();
    expect(byId('journey-withdraw')?.textContent).toContain('需公司同意');
    await tap('journey-withdraw');
    await tap('reason-send');
    expect(moves()).toEqual([]);
    const reason = byId('reason-text') as HTMLElement;
    await act(async () => void fireEvent.change(reason, { target: { value: '想留下来' } }));
    await tap('reason-send');
    expect(moves()).toMatchObject([{ move: 'withdraw', text: '想留下来', caseId: 'E003-1' }]);
  });

  it('a proposed day is answered with one tap, and says what a no means', async () => {
    mine = leaving({
      view: {
        ...view,
        proposal: {
          lastDay: '2026-12-05' as never,
          lastDayText: '12月5日 周六',
          byName: '陈思远',
          canAnswer: true,
        },
      },
    });
    await open();
    expect(byId('journey-proposal')?.textContent).toContain('不同意，原来的日期不变');
    await tap('proposal-yes');
    expect(moves()).toMatchObject([{ move: 'answerDate', yes: true }]);
  });

  it('the reason stays off the certificate unless the leaver wants it there', async () => {
    await open();
    expect(byId('journey-certificate')).toBeNull();
    cleanup();
    mine = leaving({ certificate: CHOICE });
    await open();
    expect(byId('certificate-now')?.textContent).toBe('离职原因：不写');
    expect(byId('journey-certificate')?.textContent).toContain('劳动者提前三十日以书面形式通知');
    await tap('certificate-choose');
    expect(asked.filter(({ procedure }) => procedure === 'certificate.choose')).toEqual([
      { procedure: 'certificate.choose', input: { caseId: 'E003-1', withReason: true, revision: 0 } },
    ]);
    expect(byId('journey-said')?.textContent).toContain('已记下');
  });

  it('a certificate that is there stays valid when another one is asked for', async () => {
    mine = leaving({ certificate: { ...CHOICE, made: true, withReason: true, pending: true, revision: 1 } });
    await open();
    expect(byId('certificate-choose')?.textContent).toBe('要一份不写离职原因的证明');
    expect(byId('journey-certificate')?.textContent).toContain('已经出具的那一版仍然有效');
    expect(byId('journey-certificate')?.textContent).toContain('新的一版正在生成');
  });

  it('says what will be here when nobody leaves', async () => {
    mine = { ...leaving(), journey: null };
    await open();
    await tap('journey-choose');
    expect(phone.routes).toEqual(['open /leaving/choose/index']);
  });
});

describe('我的', () => {
  const openMine = async () => {
    render(<MineDesk />);
    await waitFor(() => expect(byId('mine-head')).not.toBeNull());
  };

  it('names the person, and leads to the journey of whoever leaves', async () => {
    await openMine();
    expect(byId('mine-head')?.textContent).toBe('王芳产品部');
    expect(byId('mine-search')).toBeNull();
    await tap('mine-leaving');
    expect(phone.routes).toEqual(['open /leaving/journey/index']);
  });

  it('leads whoever stays to the ways of leaving, and HR to the search', async () => {
    mine = { ...leaving(), journey: null, searches: true };
    await openMine();
    await tap('mine-leaving');
    await tap('mine-search');
    expect(phone.routes).toEqual(['open /leaving/choose/index', 'open /leaving/search/index']);
  });
});
