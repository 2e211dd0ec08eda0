import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { MonthClosing, MonthDesk, MonthOpenItems } from '@contract/contract';
import { MonthsDesk } from '@/features/months/months-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const closing: MonthClosing = {
  closingId: '2026-10:1',
  month: '2026-10',
  kind: 'lock',
  branchId: null,
  scopeText: '全公司',
  byName: '刘静',
  atText: '11月2日 周一 09:10',
  reason: null,
  state: 'running',
  donePeople: 100,
  totalPeople: 320,
  movedPeople: 100,
  changedDays: 0,
};

const desk: MonthDesk = {
  month: '2026-10',
  title: '2026年10月',
  lockableFromText: null,
  scopes: [
    { branchId: null, name: '全公司' },
    { branchId: 'suzhou', name: '苏州' },
  ],
  log: [],
  previousMonth: '2026-09',
  nextMonth: '2026-11',
};

const items: MonthOpenItems = {
  people: 300,
  lockedPeople: 0,
  unjudgedDays: 4,
  missing: [{ employmentId: 'E003', name: '王芳', departmentName: '产品部', cards: 2 }],
  pending: [{ caseId: 'c-1', employmentId: 'E004', name: '李明', what: '补卡 10月9日 周五 上班卡 09:00' }],
  next: 'E299',
};

let answers: Record<string, unknown>;
const sent: { procedure: string; input: unknown }[] = [];
const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));

beforeEach(() => {
  resetPhone();
  sent.length = 0;
  answers = { 'month.desk': desk, 'month.close': closing, 'month.changes': { people: [], next: null } };
  phone.answer = async (call) => {
    sent.push(call);
    const { after } = call.input as { after?: string | null };
    const rest = { ...items, people: 20, missing: [], pending: [], unjudgedDays: 0, next: null };
    const value =
      call.procedure === 'month.openItems' ? (after === null ? items : rest) : answers[call.procedure];
    return { result: { ok: true, value } };
  };
});
afterEach(cleanup);

const open = async () => {
  render(<MonthsDesk />);
  await waitFor(() => expect(textOf('month-open')).toContain('320 人，其中 0 人已结账'));
};

it('lists what is still open over all pages, each line a way to settle it', async () => {
  await open();
  expect(textOf('month-unjudged')).toContain('4 个人天');
  expect(textOf('month-pending')).toBe('没有审批完的申请 1 件');
  await tap('missing-E003');
  expect(phone.routes.at(-1)).toBe('open /reports/person/index?person=E003&month=2026-10&column=missing');
  await tap('pending-c-1');
  expect(phone.routes.at(-1)).toBe('open /pages/case/index?case=c-1');
});

it('locks after it was said once more what stays open, and shows how far it is', async () => {
  await open();
  await tap('month-close');
  expect(textOf('month-left-over')).toContain('还有 2 项没有办完');
  await tap('month-close-now');
  expect(sent.at(-1)).toMatchObject({
    procedure: 'month.close',
    input: { month: '2026-10', branchId: null },
  });
  await waitFor(() => expect(textOf('month-running')).toContain('100 / 320 人'));
});

it('a refusal is said, and the next press is the same command', async () => {
  await open();
  phone.answer = async (call) => {
    sent.push(call);
    return {
      result: {
        ok: false,
        refusal: { code: 'month.being-closed', facts: { byName: '高志强', scope: '苏州' } },
      },
    };
  };
  await tap('month-close');
  await tap('month-close-now');
  await waitFor(() => expect(textOf('month-stuck')).toContain('高志强正在处理这个月的结账（苏州）'));
  await tap('month-close-now');
  const commands = sent
    .filter(({ procedure }) => procedure === 'month.close')
    .map(({ input }) => (input as { commandId: string }).commandId);
  expect(commands).toHaveLength(2);
  expect(new Set(commands).size).toBe(1);
});

it('opens again only with a reason; then says what changed since', async () => {
  const locked = {
    ...items,
    people: 1,
    lockedPeople: 1,
    missing: [],
    pending: [],
    unjudgedDays: 0,
    next: null,
  };
  const before = phone.answer;
  phone.answer = async (call) =>
    call.procedure === 'month.openItems' ? { result: { ok: true, value: locked } } : before(call);
  answers = {
    ...answers,
    'month.desk': { ...desk, log: [{ ...closing, state: 'done', kind: 'reopen', reason: '补录出差' }] },
    'month.changes': {
      people: [
        {
          employmentId: 'E003',
          name: '王芳',
          departmentName: '产品部',
          days: [{ dateText: '10月9日 周五', before: '少上班卡', after: '正常，工作 8 小时' }],
        },
      ],
      next: null,
    },
    'month.reopen': { ...closing, kind: 'reopen' },
  };
  render(<MonthsDesk />);
  await waitFor(() => expect(textOf('changed-E003')).toContain('少上班卡 → 正常，工作 8 小时'));
  expect(textOf('month-log')).toContain('原因：补录出差');
  await tap('month-reopen');
  await tap('month-reopen-now');
  expect(sent.some(({ procedure }) => procedure === 'month.reopen')).toBe(false);
  await act(
    async () => void fireEvent.input(byId('reopen-reason') as HTMLElement, { target: { value: '补录加班' } }),
  );
  await tap('month-reopen-now');
  expect(sent.find(({ procedure }) => procedure === 'month.reopen')?.input).toMatchObject({
    reason: '补录加班',
  });
});
