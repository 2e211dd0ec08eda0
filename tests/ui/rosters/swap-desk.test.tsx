import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { TodayView } from '@contract/contract';
import { ShiftChoice } from '@/features/rosters/shift-choice';
import { SwapDesk } from '@/features/rosters/swap-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const sent: { procedure: string; input: unknown }[] = [];
const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const person = { employmentId: 'E2', name: '陈思远', departmentName: '门店', branchName: null };
let draft: unknown;

beforeEach(() => {
  resetPhone();
  sent.length = 0;
  draft = { text: '3月10日 周二：王芳 早班 → 休，陈思远 休 → 早班', refusal: null };
  phone.answer = async (call) => {
    sent.push(call);
    const values: Record<string, unknown> = {
      'people.search': { people: [person] },
      'swap.draft': draft,
      'swap.ask': { text: '', view: { caseId: 'case-1' } },
      'roster.choose': { text: '' },
    };
    return { result: { ok: true, value: values[call.procedure] } };
  };
});
afterEach(cleanup);

async function fill() {
  render(<SwapDesk />);
  await tap('swap-colleague');
  await waitFor(() => expect(document.body.textContent).toContain('陈思远'));
  await act(async () => void fireEvent.click(byId('people-found-E2') as HTMLElement));
  const [mine] = document.querySelectorAll('[data-picker]');
  await act(async () => void fireEvent.change(mine as Element, { target: { value: '2026-03-10' } }));
  await waitFor(() => expect(byId('swap-draft')).not.toBeNull());
}

it('says what it changes for both before it is asked, and asks once', async () => {
  await fill();
  expect(textOf('swap-draft')).toContain('王芳 早班 → 休，陈思远 休 → 早班');
  await act(
    async () => void fireEvent.change(byId('swap-reason') as Element, { target: { value: '家里有事' } }),
  );
  await tap('swap-send');
  await waitFor(() => expect(phone.routes.at(-1)).toContain('case=case-1'));
  expect(sent.filter(({ procedure }) => procedure === 'swap.ask').map(({ input }) => input)).toMatchObject([
    { colleagueId: 'E2', mine: '2026-03-10', theirs: '2026-03-10', reason: '家里有事' },
  ]);
  // What was sent is not proposed again.
  cleanup();
  render(<SwapDesk />);
  expect(textOf('swap-colleague')).toContain('点这里选');
});

it('what stands in the way is a sentence, and nothing is sent', async () => {
  const facts = { name: '陈思远', dateText: '3月10日 周二', why: 'away' };
  draft = { text: '', refusal: { code: 'swap.cannot', facts } };
  await fill();
  expect(textOf('swap-draft')).toBe('陈思远 3月10日 周二 已有请假、公出或出差的安排，不能换');
  await tap('swap-send');
  expect(sent.some(({ procedure }) => procedure === 'swap.ask')).toBe(false);
  // It waits on the phone.
  cleanup();
  render(<SwapDesk />);
  expect(textOf('swap-colleague')).toContain('陈思远');
});

it('an unscheduled day offers the rule’s shifts above the button', async () => {
  const shifts = [
    { id: 'early', name: '早班', timeText: '09:00–18:00' },
    { id: 'noon', name: '中班', timeText: '12:00–21:00' },
  ];
  const view = (chosenId: string | null): Pick<TodayView, 'choice' | 'dutyDate'> => ({
    dutyDate: '2026-03-09',
    choice: { shifts, chosenId },
  });
  const chosen = jest.fn();
  const { rerender } = render(<ShiftChoice view={view(null)} onChosen={chosen} />);
  expect(textOf('shift-choice')).toContain('今天没有排班，选一个班次');
  await tap('choose-noon');
  expect(sent).toMatchObject([
    { procedure: 'roster.choose', input: { date: '2026-03-09', shiftId: 'noon' } },
  ]);
  expect(chosen).toHaveBeenCalledTimes(1);
  rerender(<ShiftChoice view={view('noon')} onChosen={chosen} />);
  expect(textOf('shift-choice')).toContain('打卡前可以换');
  rerender(<ShiftChoice view={{ dutyDate: '2026-03-09' }} onChosen={chosen} />);
  expect(byId('shift-choice')).toBeNull();
});
