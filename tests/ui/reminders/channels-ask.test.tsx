import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { ChannelsAsk } from '@/features/reminders/channels-ask';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

type Relation = (question: {
  readonly tmplIds: readonly string[];
  readonly success: (answer: Readonly<Record<string, unknown>>) => void;
  readonly fail: () => void;
}) => void;

const weChat = globalThis as { wx?: { bindEmployeeRelation?: Relation } };
const channels = (bound: boolean) => ({
  employee: { bound, templateIds: ['task', 'result'] },
  reminders: [{ templateId: 'progress', title: '审批进度提醒', left: 0 }],
});
const sent: { procedure: string; input: unknown }[] = [];

beforeEach(() => {
  resetPhone();
  sent.length = 0;
  phone.answer = async (call) => {
    sent.push(call);
    const value = call.procedure === 'reminders.channels' ? channels(false) : channels(true);
    return { result: { ok: true, value } };
  };
});
afterEach(() => {
  cleanup();
  delete weChat.wx;
});

const at = (id: string) => document.getElementById(id) as HTMLElement;
const tap = (id: string) => act(async () => void fireEvent.click(at(id)));

it('asks once for good, tells the server what was subscribed, and then asks no more', async () => {
  weChat.wx = {
    bindEmployeeRelation: ({ success }) =>
      success({ bindingStatus: 'accept', task: 'accept', result: 'reject' }),
  };
  render(<ChannelsAsk />);
  expect(await screen.findByText('绑定一次，待办都会直接发到微信')).toBeTruthy();
  await tap('bind-employee');
  expect(sent.at(-1)).toEqual({
    procedure: 'reminders.recordBinding',
    input: { bound: true, templateIds: ['task'] },
  });
  expect(at('employee-binding')).toBeNull();
  expect(at('reminders').textContent).toContain('审批进度提醒 · 还没打开');
});

it('says so when WeChat could not ask, and tells the server nothing', async () => {
  weChat.wx = { bindEmployeeRelation: ({ fail }) => fail() };
  render(<ChannelsAsk />);
  await screen.findByText('绑定一次，待办都会直接发到微信');
  await tap('bind-employee');
  expect(at('employee-binding').textContent).toContain('微信没有问成');
  expect(sent.map(({ procedure }) => procedure)).toEqual(['reminders.channels']);
});

it('offers a phone that does not know 用工关系 only one message at a time', async () => {
  render(<ChannelsAsk />);
  expect(await screen.findByText(/还没打开/)).toBeTruthy();
  expect(at('employee-binding')).toBeNull();
});

it('asks nothing while the server does not answer', async () => {
  phone.answer = async () => {
    throw new Error('request:fail');
  };
  render(<ChannelsAsk />);
  await act(async () => undefined);
  expect(at('channels')).toBeNull();
});
