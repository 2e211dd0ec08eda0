import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { BindingDesk } from '@/features/bind/binding-desk';
import { postponeForBinding } from '@/navigation/destination';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const fang = {
  employmentId: 'e-1',
  name: '王芳',
  departmentName: '产品部',
  branchName: '上海',
  roles: ['employee'],
};
const company = '江南周到科技有限公司';
const asked: unknown[] = [];
let binding: { result: unknown };
let me: unknown;

const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const write = (code: string) =>
  act(async () => void fireEvent.change(byId('bind-code') as HTMLElement, { target: { value: code } }));
const refused = (code: string, facts: object) => ({ result: { ok: false, refusal: { code, facts } } });

const open = async () => {
  render(<BindingDesk />);
  await waitFor(() => expect(document.body.textContent).toContain(company));
};

beforeEach(() => {
  resetPhone();
  asked.length = 0;
  me = { companyName: company, person: null };
  binding = { result: { ok: true, value: { companyName: company, person: fang } } };
  phone.answer = async ({ procedure, input }) => {
    if (procedure === 'session.me') return { result: { ok: true, value: me } };
    asked.push(input);
    return binding;
  };
});

afterEach(cleanup);

describe('binding by an invitation code', () => {
  it('sends the code without the blanks that came along in the paste', async () => {
    await open();
    await write('  ABCD-EFGH JKLM\n');
    await tap('bind-submit');
    expect(asked).toEqual([{ code: 'ABCD-EFGHJKLM' }]);
    await waitFor(() => expect(textOf('bound')).toContain('王芳'));
    expect(textOf('bound')).toContain(`${company} · 产品部`);
  });

  it('does nothing without a code', async () => {
    await open();
    await tap('bind-submit');
    expect(asked).toEqual([]);
  });

  it('goes on to the page that was wanted, with what it was wanted for', async () => {
    phone.router = { path: '/pages/case/index', params: { id: 'c-1', stamp: '7' } };
    await postponeForBinding();
    phone.router = { path: '/pages/bind/index', params: {} };
    await open();
    await write('ABCD');
    await tap('bind-submit');
    await waitFor(() => expect(byId('bound')).not.toBeNull());
    await tap('bind-go-on');
    expect(phone.routes).toEqual(['launch /pages/bind/index', 'launch /pages/case/index?id=c-1']);
  });

  it('goes to the punch page when nothing was wanted', async () => {
    await open();
    await write('ABCD');
    await tap('bind-submit');
    await waitFor(() => expect(byId('bound')).not.toBeNull());
    await tap('bind-go-on');
    expect(phone.routes).toEqual(['tab /pages/punch/index']);
  });

  it('asks a person who is bound already for nothing', async () => {
    me = { companyName: company, person: fang };
    await open();
    await waitFor(() => expect(phone.routes).toEqual(['tab /pages/punch/index']));
  });

  it.each([
    ['invitation.unknown', { triesLeft: 3 }, '还可以试 3 次'],
    ['invitation.used', {}, '已经用过了'],
    ['invitation.too-many-tries', { minutesLeft: 42 }, '42 分钟'],
    ['binding.wechat-taken', {}, '已经绑定了另一位员工'],
  ])('says %s and keeps the code that was typed', async (code, facts, words) => {
    binding = refused(code, facts);
    await open();
    await write('ABCD');
    await tap('bind-submit');
    await waitFor(() => expect(textOf('bind-trouble')).toContain(words));
    expect((byId('bind-code') as HTMLInputElement).value).toBe('ABCD');
    await write('ABCE');
    expect(textOf('bind-trouble')).toBe('');
  });
});
