import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Colleague } from '@contract/contract';
import { PeoplePicker } from '@/features/people-picker/people-picker';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const ming: Colleague = { employmentId: 'E2', name: '李明', departmentName: '研发部', branchName: null };
const xiu: Colleague = { employmentId: 'E3', name: '何秀英', departmentName: '生产部', branchName: '苏州' };
const asked: string[] = [];

beforeEach(() => {
  resetPhone();
  asked.length = 0;
  phone.answer = async ({ input }) => {
    const { query } = input as { query: string };
    asked.push(query);
    const people = [ming, xiu].filter(({ name }) => name.includes(query));
    return { result: { ok: true, value: { people } } };
  };
});
afterEach(cleanup);

const picked: unknown[] = [];
const open = () =>
  render(
    <PeoplePicker
      title="转交给谁"
      onClose={() => undefined}
      onPick={(colleague) => picked.push(colleague)}
    />,
  );

it('asks when the letters rest, says where each works, and hands over id and name', async () => {
  open();
  expect((await screen.findByText('苏州 · 生产部')).textContent).toBe('苏州 · 生产部');
  const field = document.getElementById('people-query') as HTMLElement;
  fireEvent.change(field, { target: { value: '李' } });
  fireEvent.change(field, { target: { value: '李明' } });
  await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(asked).toEqual(['', '李明']);
  fireEvent.click(document.getElementById('people-found-E2') as HTMLElement);
  expect(picked).toEqual([{ employmentId: 'E2', name: '李明' }]);
});

it('remembers on this phone whom it chose, newest first', async () => {
  open();
  fireEvent.click((await screen.findByText('何秀英')).parentElement as HTMLElement);
  cleanup();
  open();
  expect(document.getElementById('people-recent')?.textContent).toContain('何秀英');
  fireEvent.click((await screen.findByText('李明')).parentElement as HTMLElement);
  cleanup();
  open();
  expect(document.getElementById('people-recent')?.textContent).toMatch(/李明.*何秀英/);
});

it('says when nobody is called so', async () => {
  open();
  fireEvent.change(document.getElementById('people-query') as HTMLElement, { target: { value: '赵' } });
  expect((await screen.findByText('没有找到“赵”，换个字试试')).textContent).toContain('赵');
});
