import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { DutiesDesk } from '@/features/duties/duties-desk';
import type { DutiesView } from '@/features/duties/use-duties';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const open: DutiesView = {
  employmentId: 'E2',
  name: '王芳',
  departmentName: '研发部',
  lastDayText: '4月9日 周四',
  tasksMoveText: '4月9日 周四 18:00',
  openTasks: 3,
  state: 'open',
  confirmedText: null,
  lines: [
    { title: '研发部 负责人', to: { employmentId: 'E3', name: '陈思远' }, note: null, vacant: false },
    { title: '考勤管理员', to: null, note: '没有人接手', vacant: true },
  ],
  orgRevision: 7,
};

interface Sent {
  readonly procedure: string;
  readonly input: Record<string, unknown>;
}
const sent: Sent[] = [];
let answers: Record<string, () => unknown>;

beforeEach(() => {
  resetPhone();
  phone.router = { path: '/leaving/duties/index', params: { person: 'E2' } };
  sent.length = 0;
  const people = [{ employmentId: 'E9', name: '刘静', departmentName: '人事部', branchName: null }];
  answers = {
    'duties.view': () => ({ ok: true, value: open }),
    'people.search': () => ({ ok: true, value: { people } }),
  };
  phone.answer = async ({ procedure, input }) => {
    sent.push({ procedure, input: input as Record<string, unknown> });
    return { result: answers[procedure]?.() };
  };
});
afterEach(cleanup);

const at = (id: string) => document.getElementById(id) as HTMLElement;
const tap = (id: string) => act(async () => void fireEvent.click(at(id)));
const pickSuccessor = async () => {
  await tap('duties-choose');
  fireEvent.click((await screen.findByText('刘静')).parentElement as HTMLElement);
  await act(async () => undefined);
};

it('shows who would have what, where nobody would, and how many tasks are open', async () => {
  render(<DutiesDesk />);
  expect((await screen.findByText('→ 陈思远')).textContent).toBe('→ 陈思远');
  expect(at('duties-lines').textContent).toContain('没有人接手');
  expect(at('duties-tasks').textContent).toBe('手上还有 3 件待办，最晚 4月9日 周四 18:00 自动转出');
});

it('says that a link without a person is dead', () => {
  phone.router = { path: '/leaving/duties/index', params: {} };
  render(<DutiesDesk />);
  expect(at('duties-broken').textContent).toContain('链接已经失效');
  expect(sent).toEqual([]);
});

it('confirms the plan that is on the screen, with the successor of HR’s choice', async () => {
  render(<DutiesDesk />);
  await screen.findByText('→ 陈思远');
  await pickSuccessor();
  answers['duties.confirm'] = () => ({
    ok: true,
    value: { text: '已交接', view: { ...open, state: 'confirmed', confirmedText: '刘静 3月20日 已确认' } },
  });
  await tap('duties-confirm');
  expect(sent.at(-1)).toEqual({
    procedure: 'duties.confirm',
    input: { employmentId: 'E2', successorId: 'E9', orgRevision: 7 },
  });
  expect(at('duties-said').textContent).toContain('已交接');
  expect(at('duties-head').textContent).toContain('刘静 3月20日 已确认');
  expect(at('duties-confirm')).toBeNull();
});

it('keeps the plan when somebody cannot take over, and says so', async () => {
  render(<DutiesDesk />);
  await screen.findByText('→ 陈思远');
  answers['duties.view'] = () => ({ ok: false, refusal: { code: 'duties.successor', facts: {} } });
  await pickSuccessor();
  expect(at('duties-said').textContent).toContain('这位同事不能接手');
  expect(at('duties-lines').textContent).toContain('→ 陈思远');
});
