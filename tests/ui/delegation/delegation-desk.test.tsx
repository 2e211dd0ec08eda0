import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { DelegationDesk } from '@/features/delegation/delegation-desk';
import type { DelegationsView } from '@/features/delegation/use-delegations';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const none: DelegationsView = {
  own: [],
  forOthers: [{ fromName: '王芳', when: '3月12日 周四', what: '全部事项', now: true }],
  flows: [
    { id: 'correction', title: '补卡申诉' },
    { id: 'leave', title: '请假' },
  ],
  today: '2026-03-10',
};
const one = { id: 'd1', toName: '陈思远', when: '3月10日 周二', what: '请假', now: true };
const set: DelegationsView = { ...none, own: [one] };

interface Sent {
  readonly procedure: string;
  readonly input: Record<string, unknown>;
}
const sent: Sent[] = [];
/** What delegation.set and delegation.end answer; the others are the company's. */
let answer: () => unknown;

beforeEach(() => {
  resetPhone();
  sent.length = 0;
  answer = () => ({ ok: true, value: { text: '已委托给陈思远', view: set } });
  phone.answer = async ({ procedure, input }) => {
    if (procedure === 'delegation.mine') return { result: { ok: true, value: none } };
    if (procedure === 'people.search') {
      const people = [{ employmentId: 'E3', name: '陈思远', departmentName: '研发部', branchName: null }];
      return { result: { ok: true, value: { people } } };
    }
    sent.push({ procedure, input: input as Record<string, unknown> });
    return { result: answer() };
  };
});
afterEach(cleanup);

const at = (id: string) => document.getElementById(id) as HTMLElement;
const tap = (id: string) => act(async () => void fireEvent.click(at(id)));

const pickColleague = async () => {
  await tap('delegation-to');
  fireEvent.click((await screen.findByText('陈思远')).parentElement as HTMLElement);
};

it('says for whom one stands in, and asks for a colleague before anything can be sent', async () => {
  render(<DelegationDesk />);
  expect((await screen.findByText('王芳')).textContent).toBe('王芳');
  await tap('delegation-set');
  expect(sent).toEqual([]);
  expect(await screen.findByText('陈思远')).toBeTruthy();
});

it('hands over what was chosen, from today unless said otherwise, and shows it as set', async () => {
  render(<DelegationDesk />);
  await screen.findByText('王芳');
  await pickColleague();
  await tap('delegation-flow-leave');
  await tap('delegation-set');
  expect(sent.map(({ input: { commandId: _, ...wish } }) => wish)).toEqual([
    { toEmploymentId: 'E3', from: '2026-03-10', to: '2026-03-10', flowIds: ['leave'] },
  ]);
  expect(at('delegation-said').textContent).toContain('已委托给陈思远');
  expect(at('delegation-own').textContent).toContain('陈思远 代办');
  expect(at('delegation-to').textContent).toContain('选一位同事');
});

it('keeps the form and says why when it is refused', async () => {
  answer = () => ({
    ok: false,
    refusal: { code: 'delegation.circle', facts: { name: '陈思远' } },
  });
  render(<DelegationDesk />);
  await screen.findByText('王芳');
  await pickColleague();
  await tap('delegation-set');
  expect(at('delegation-said').textContent).toContain('陈思远那几天也不在');
  expect(at('delegation-to').textContent).toContain('陈思远');
});

it('sends the same command again when the network swallowed the answer', async () => {
  render(<DelegationDesk />);
  await screen.findByText('王芳');
  await pickColleague();
  answer = () => {
    throw new Error('request:fail timeout');
  };
  await tap('delegation-set');
  await waitFor(() => expect(at('delegation-said')).not.toBeNull());
  answer = () => ({ ok: true, value: { text: '已委托给陈思远', view: set } });
  await tap('delegation-set');
  const [first, second] = sent.map(({ input }) => input.commandId);
  expect(second).toBe(first);
  expect(at('delegation-own').textContent).toContain('正在代办');
});

it('ends one that is set', async () => {
  render(<DelegationDesk />);
  await screen.findByText('王芳');
  await pickColleague();
  await tap('delegation-set');
  answer = () => ({ ok: true, value: { text: '已结束', view: none } });
  await tap('end-d1');
  expect(sent.at(-1)).toEqual({ procedure: 'delegation.end', input: { id: 'd1' } });
  expect(at('delegation-own')).toBeNull();
});
