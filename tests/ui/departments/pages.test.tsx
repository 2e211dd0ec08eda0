import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type {
  AssetsView,
  EmployersPathView,
  InterviewView,
  LeavingOverview,
  NonCompeteView,
} from '@contract/contract';
import { AssetsDesk } from '@/features/departments/assets-desk';
import { InterviewDesk } from '@/features/departments/interview-desk';
import { NonCompeteDesk } from '@/features/departments/non-compete-desk';
import { EmployerDesk } from '@/features/leavers/employer-desk';
import { LeaversDesk } from '@/features/leavers/leavers-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const asked: { procedure: string; input: unknown }[] = [];
const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const type = (id: string, value: string) =>
  act(async () => void fireEvent.change(byId(id) as HTMLElement, { target: { value } }));
const there = (id: string) => waitFor(() => expect(byId(id)).not.toBeNull());
const inputsOf = (wanted: string) =>
  asked.filter(({ procedure }) => procedure === wanted).map(({ input }) => input);

const answers = (byProcedure: Readonly<Record<string, unknown>>) => {
  phone.answer = async (data) => {
    asked.push(data);
    return { result: { ok: true, value: byProcedure[data.procedure] } };
  };
};

beforeEach(() => {
  resetPhone();
  asked.length = 0;
  phone.router = { path: '/leaving/assets/index', params: { case: 'case-1' } };
});
afterEach(cleanup);

const things = (more: Partial<AssetsView> = {}): AssetsView => ({
  caseId: 'case-1',
  employeeName: '王芳',
  role: 'keeper',
  fromAfar: false,
  assets: [
    {
      id: 'a1',
      name: '笔记本电脑',
      number: 'A-001',
      tone: 'info',
      stateText: '员工称已归还，等保管人确认',
      steps: [{ text: '王芳 称已归还', note: '', whenText: '4月9日 周四 10:00', photos: [] }],
      moves: ['confirm', 'reject', 'reportLost'],
    },
  ],
  canIssue: true,
  settled: false,
  close: { taskId: 'assets#1.0.0', round: 1 },
  uploadFolder: 'inbox/o-1',
  ...more,
});

describe('the company’s things', () => {
  it('are confirmed one by one by the keeper, and the step waits for the last', async () => {
    answers({ 'assets.view': things(), 'assets.move': things({ settled: true }) });
    render(<AssetsDesk />);
    await there('confirm-A-001');
    expect(textOf('assets-close')).toBe('还有物品没有收回');
    await tap('assets-close');
    expect(inputsOf('assets.close')).toEqual([]);
    await tap('confirm-A-001');
    await tap('move-send');
    expect(inputsOf('assets.move')).toMatchObject([{ assetId: 'a1', move: 'confirm', photoIds: [] }]);
    await waitFor(() => expect(textOf('assets-close')).toBe('物品已核对完'));
  });

  it('are not sent back without a word', async () => {
    answers({ 'assets.view': things(), 'assets.move': things() });
    render(<AssetsDesk />);
    await there('reject-A-001');
    await tap('reject-A-001');
    await tap('move-send');
    expect(inputsOf('assets.move')).toEqual([]);
    await type('move-note', '前台没有收到');
    await tap('move-send');
    expect(inputsOf('assets.move')).toMatchObject([{ move: 'reject', note: '前台没有收到' }]);
  });

  it('are not claimed without a picture; from afar the courier’s number will do', async () => {
    const mine = things({ role: 'employee', canIssue: false, close: null });
    const [laptop] = mine.assets;
    const held = { ...mine, assets: laptop ? [{ ...laptop, moves: ['claim' as const] }] : [] };
    answers({ 'assets.view': held, 'assets.move': held });
    render(<AssetsDesk />);
    await there('claim-A-001');
    await tap('claim-A-001');
    await type('move-note', '放在前台');
    await tap('move-send');
    expect(textOf('move-lacks')).toBe('请拍一张照片');
    expect(inputsOf('assets.move')).toEqual([]);
    cleanup();
    answers({ 'assets.view': { ...held, fromAfar: true }, 'assets.move': held });
    render(<AssetsDesk />);
    await there('claim-A-001');
    await tap('claim-A-001');
    await type('move-note', '顺丰 SF123');
    await tap('move-send');
    expect(inputsOf('assets.move')).toMatchObject([{ move: 'claim', note: '顺丰 SF123' }]);
  });
});

describe('the exit interview', () => {
  const open: InterviewView = {
    caseId: 'case-1',
    employeeName: '王芳',
    isMine: true,
    task: { taskId: 'interview#1.0.0', round: 1 },
    answers: null,
  };
  const done: InterviewView = { ...open, task: null };

  it('says who sees it, and sends what was chosen', async () => {
    answers({ 'interview.view': open, 'interview.answer': done });
    render(<InterviewDesk />);
    await there('reason-growth');
    expect(textOf('interview-head')).toContain('只有人事看得到，上级和同事看不到');
    await tap('interview-send');
    expect(inputsOf('interview.answer')).toEqual([]);
    await tap('reason-growth');
    await type('interview-words', '谢谢大家');
    await tap('interview-send');
    expect(inputsOf('interview.answer')).toMatchObject([{ reasons: ['growth'], words: '谢谢大家' }]);
  });

  it('can be left', async () => {
    answers({ 'interview.view': open, 'interview.answer': done });
    render(<InterviewDesk />);
    await there('interview-skip');
    await tap('interview-skip');
    expect(inputsOf('interview.answer')).toMatchObject([{ reasons: [], words: '' }]);
  });
});

it('a non-compete says what is lacking before it can be written', async () => {
  const blank: NonCompeteView = {
    caseId: 'case-1',
    employeeName: '王芳',
    write: { taskId: 't', round: 1 },
    terms: null,
  };
  answers({ 'nonCompete.view': blank, 'nonCompete.write': blank });
  render(<NonCompeteDesk />);
  await there('terms-scope');
  await type('terms-scope', '同类产品');
  await type('terms-area', '上海市');
  await type('terms-months', '25');
  await type('terms-yuan', '8000');
  await tap('terms-send');
  expect(document.body.textContent).toContain('还差：期限（1 到 24 个月）');
  expect(inputsOf('nonCompete.write')).toEqual([]);
  await type('terms-months', '12');
  await tap('terms-send');
  expect(inputsOf('nonCompete.write')).toMatchObject([{ months: 12, monthlyFen: 800_000 }]);
});

describe('HR’s view of leavers', () => {
  const overview: LeavingOverview = {
    running: 2,
    canAct: true,
    overdue: 1,
    lastDaySoon: 0,
    byFlow: [{ title: '通知离职', count: 2 }],
    lines: [
      {
        caseId: 'case-1',
        name: '阿卜杜热西提·买买提',
        departmentName: '客服部',
        branchName: '上海',
        flowTitle: '通知离职',
        lastDayText: '4月10日 周五',
        closed: false,
        resultText: '',
        overdue: true,
        waits: [
          {
            title: '直属上级知悉，指定交接人',
            who: '陈思远',
            sinceText: '3月9日 周一 10:00',
            waitingText: '2 天 3 小时',
            dueText: '已超时 27 小时',
            overdue: true,
          },
        ],
      },
    ],
    more: false,
  };

  it('names node, handler and waiting time, and a tap opens the case', async () => {
    answers({ 'leaving.overview': overview });
    render(<LeaversDesk />);
    await there('leaver-case-1');
    const line = textOf('leaver-case-1');
    for (const part of [
      '直属上级知悉，指定交接人 · 陈思远',
      '3月9日 周一 10:00 起，已等 2 天 3 小时',
      '已超时 27 小时',
    ])
      expect(line).toContain(part);
  });

  it('freezes accounts at once only with a reason', async () => {
    answers({ 'leaving.overview': overview, 'leaving.freezeNow': { text: '已记录' } });
    render(<LeaversDesk />);
    await there('freeze-case-1');
    await tap('freeze-case-1');
    await tap('reason-send');
    expect(inputsOf('leaving.freezeNow')).toEqual([]);
    await type('reason-text', '账号被盗，先停用');
    await tap('reason-send');
    expect(inputsOf('leaving.freezeNow')).toMatchObject([{ caseId: 'case-1', reason: '账号被盗，先停用' }]);
  });

  it('offers neither to HR of a branch', async () => {
    answers({ 'leaving.overview': { ...overview, canAct: false } });
    render(<LeaversDesk />);
    await there('leaver-case-1');
    expect(byId('freeze-case-1')).toBeNull();
    expect(byId('open-employer')).toBeNull();
  });

  it('says what will be here when nobody leaves', async () => {
    answers({ 'leaving.overview': { ...overview, running: 0, lines: [] } });
    render(<LeaversDesk />);
    await there('leavers-none');
    expect(textOf('leavers-none')).toContain('现在没有人在办离职');
  });
});

it('the employer’s path shows the law first and asks for nothing that holds pay back', async () => {
  const path: EmployersPathView = {
    today: '2026-03-09',
    earliestEnd: '2026-03-19',
    steps: [{ title: '书面催告返岗', text: '先当面签收，不行再寄。', dayText: '最早 3月9日 周一' }],
  };
  answers({ 'leaving.employersPath': path });
  render(<EmployerDesk />);
  await there('employer-law');
  expect(textOf('employer-law')).toContain('书面催告返岗');
  expect(textOf('employer-end')).toContain('3月19日 周四');
  await tap('employer-send');
  expect(inputsOf('leaving.startEmployer')).toEqual([]);
});
