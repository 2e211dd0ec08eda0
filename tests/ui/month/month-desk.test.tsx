import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { MonthView } from '@contract/contract';
import { MonthDesk } from '@/features/month/month-desk';
import { goTo, MONTH } from '@/navigation/destination';
import { november } from '../fixtures/month';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const october: MonthView = {
  ...november,
  month: '2026-10',
  title: '2026年10月',
  firstWeekday: 4,
  days: november.days.map((day) => ({ ...day, date: day.date.replace('-11-', '-10-') })),
  previousMonth: null,
  nextMonth: '2026-11',
};

const asked: unknown[] = [];
const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const open = async () => {
  render(<MonthDesk />);
  await waitFor(() => expect(byId('month-title')).not.toBeNull());
};

beforeEach(() => {
  resetPhone();
  asked.length = 0;
  phone.router = { path: MONTH, params: {} };
  phone.answer = async ({ input }) => {
    asked.push(input);
    const { month } = input as { month: string | null };
    return { result: { ok: true, value: month === '2026-10' ? october : november } };
  };
});

afterEach(cleanup);

describe('my month', () => {
  it('shows every day, the totals and the first of the month under its weekday', async () => {
    await open();
    expect(textOf('month-title')).toBe('2026年11月');
    expect(textOf('totals')).toContain('90.8 小时');
    expect(november.days.every(({ date }) => byId(`day-${date}`) !== null)).toBe(true);
    const cells = [...(byId('month-grid')?.children ?? [])];
    expect(cells.indexOf(byId('day-2026-11-01') as Element) % 7).toBe(november.firstWeekday - 1);
  });

  it('is one call', async () => {
    await open();
    expect(asked).toEqual([{ month: null }]);
  });

  it('says an exceptional day in a shape and a word, an ordinary one in a shape', async () => {
    await open();
    const late = byId('day-2026-11-05');
    expect(late?.textContent).toBe('5迟到');
    expect(late?.querySelector('.status-mark__shape--late')).not.toBeNull();
    expect(textOf('day-2026-11-06')).toBe('6');
    expect(byId('day-2026-11-06')?.querySelector('.status-mark__shape--ok')).not.toBeNull();
  });

  it('opens a day into verdict, plan, cards and why', async () => {
    await open();
    await tap('day-2026-11-05');
    const sheet = textOf('day-sheet');
    for (const part of [
      '11月5日 周四',
      '迟到 7 分钟',
      '标准班 09:00–18:00',
      '应到 09:00 · 实到 09:07',
      '超过允许的 5 分钟',
    ])
      expect(sheet).toContain(part);
    await tap('day-sheet-close');
    expect(byId('day-sheet')).toBeNull();
  });

  it('turns to the month before and back, and not beyond', async () => {
    await open();
    await tap('next-month');
    expect(textOf('month-title')).toBe('2026年11月');
    await tap('previous-month');
    await waitFor(() => expect(textOf('month-title')).toBe('2026年10月'));
    await tap('next-month');
    await waitFor(() => expect(textOf('month-title')).toBe('2026年11月'));
  });

  it('opens at the day that another page asked for', async () => {
    await goTo({ path: MONTH, params: { date: '2026-10-05' } });
    await open();
    await waitFor(() => expect(textOf('month-title')).toBe('2026年10月'));
    expect(textOf('day-sheet')).toContain('10月5日');
  });

  it('opens at the day of a link', async () => {
    phone.router = { path: MONTH, params: { date: '2026-11-19', $taroTimestamp: '1' } };
    await open();
    await waitFor(() => expect(textOf('day-sheet')).toContain('11月19日'));
    expect(asked).toEqual([{ month: '2026-11' }]);
  });

  it('does not open the day of a link again when the page is looked at again', async () => {
    phone.router = { path: MONTH, params: { date: '2026-11-19', $taroTimestamp: '2' } };
    await open();
    await waitFor(() => expect(byId('day-sheet')).not.toBeNull());
    await tap('day-sheet-close');
    await act(async () => phone.showings.forEach((show) => show()));
    expect(byId('day-sheet')).toBeNull();
  });
});

describe('my month without an answer', () => {
  const silent = async () => {
    phone.network = 'none';
    phone.answer = async () => Promise.reject(new Error('cloud.callFunction:fail'));
  };

  it('says what is safe and tries again', async () => {
    await silent();
    render(<MonthDesk />);
    await waitFor(() => expect(textOf('month-trouble')).toContain('网络不通'));
    expect(textOf('month-trouble')).toContain('不会丢');
    phone.answer = async () => ({ result: { ok: true, value: november } });
    await tap('month-trouble-again');
    await waitFor(() => expect(textOf('month-title')).toBe('2026年11月'));
  });

  it('shows what was seen last, and says so', async () => {
    await open();
    cleanup();
    await silent();
    await open();
    await waitFor(() => expect(textOf('offline')).toContain('上次看到的'));
    expect(textOf('day-2026-11-05')).toContain('迟到');
  });

  it('shows the number of a fault', async () => {
    phone.answer = async () => ({ result: { ok: false, fault: { id: 'f-9' } } });
    render(<MonthDesk />);
    await waitFor(() => expect(textOf('month-trouble')).toContain('f-9'));
  });

  it('says what will be here when there is nothing yet', async () => {
    phone.answer = async () => ({ result: { ok: true, value: { ...november, days: [] } } });
    await open();
    expect(document.body.textContent).toContain('这个月还没有排班');
  });
});
