import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { DayReport, MonthReport, PersonReport } from '@contract/contract';
import { BalancesDesk } from '@/features/reports/balances-desk';
import { PersonDesk } from '@/features/reports/person-desk';
import { ReportsDesk } from '@/features/reports/reports-desk';
import { november } from '../fixtures/month';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const cells = [
  { column: 'late', text: '1 次 7 分钟', tone: 'late' },
  { column: 'leave', text: '0', tone: 'none' },
] as const;

const month: MonthReport = {
  month: '2026-11',
  title: '2026年11月',
  scopeText: '全公司',
  untilText: '截至 11月22日 周日',
  columns: [
    { column: 'late', title: '迟到' },
    { column: 'leave', title: '请假' },
  ],
  rows: [{ employmentId: 'E003', name: '王芳', departmentName: '产品部', cells: [...cells] }],
  totals: [...cells],
  previousMonth: '2026-10',
  nextMonth: null,
  next: 'E003',
};

const day: DayReport = {
  date: '2026-11-20',
  dateText: '11月20日 周五',
  scopeText: '全公司',
  counts: [{ tone: 'late', word: '迟到', people: 1 }],
  rows: [
    {
      employmentId: 'E003',
      name: '王芳',
      departmentName: '产品部',
      tone: 'late',
      word: '迟到 7 分钟',
      cardsText: '09:07 – 18:02',
    },
  ],
  previousDate: '2026-11-19',
  nextDate: '2026-11-21',
  next: null,
};

const person: PersonReport = {
  month: '2026-11',
  title: '2026年11月',
  name: '王芳',
  departmentName: '产品部',
  mayGrant: true,
  cells: [{ ...cells[0], title: '迟到' }],
  days: november.days.map((one) => ({
    ...one,
    counts: one.date === '2026-11-05' ? ['late', 'attended'] : one.date === '2026-11-06' ? ['attended'] : [],
  })),
};

const balances = {
  employmentId: 'E003',
  name: '王芳',
  leaves: [{ id: 'annual', name: '年假', freeText: '5 天', detailText: '共 5 天' }],
  grants: ['1月4日 周日 09:00 刘静 · 年假 +5 天 · 2026 年度'],
};

const sent: { procedure: string; input: unknown }[] = [];
const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));

beforeEach(() => {
  resetPhone();
  sent.length = 0;
  phone.answer = async (call) => {
    sent.push(call);
    const { after } = call.input as { after?: string | null };
    const rest = { ...month, rows: [{ ...month.rows[0], employmentId: 'E004', name: '李明' }], next: null };
    const values: Record<string, unknown> = {
      'report.month': after === 'E003' ? rest : month,
      'report.day': day,
      'report.person': person,
      'leave.balances': balances,
      'leave.grant': { ...balances, leaves: [{ ...balances.leaves[0], freeText: '10 天' }] },
    };
    return { result: { ok: true, value: values[call.procedure] } };
  };
});
afterEach(cleanup);

describe('the reports', () => {
  const open = async () => {
    render(<ReportsDesk />);
    await waitFor(() => expect(byId('report-E003')).not.toBeNull());
  };

  it('shows a month with whose it is and until when, and says only numbers that are some', async () => {
    await open();
    expect(textOf('reports-totals')).toContain('全公司 · 1 人 · 截至 11月22日 周日');
    expect(textOf('report-E003')).toBe('王芳产品部迟到 1 次 7 分钟');
    expect(sent).toHaveLength(1);
  });

  it('a number leads to the days behind it', async () => {
    await open();
    await tap('number-late');
    expect(phone.routes.at(-1)).toBe('open /reports/person/index?person=E003&month=2026-11&column=late');
  });

  it('reads more people below the first ones, and turns to a day', async () => {
    await open();
    await tap('reports-more');
    await waitFor(() => expect(byId('report-E004')).not.toBeNull());
    expect(byId('report-E003')).not.toBeNull();
    await tap('reports-by-day');
    await waitFor(() => expect(textOf('reports-title')).toBe('11月20日 周五'));
    expect(textOf('report-E003')).toContain('09:07 – 18:02');
    await tap('reports-next');
    expect(sent.at(-1)?.input).toEqual({ date: '2026-11-21', after: null });
  });
});

describe('the days behind a number', () => {
  it('are those that count in it; a day opens into cards and reasons, with nothing to ask for in another name', async () => {
    phone.router = {
      path: '/reports/person/index',
      params: { person: 'E003', month: '2026-11', column: 'late' },
    };
    render(<PersonDesk />);
    await waitFor(() => expect(byId('day-2026-11-05')).not.toBeNull());
    expect(byId('day-2026-11-06')).toBeNull();
    await tap('day-2026-11-05');
    expect(textOf('person-day')).toContain('应到 09:00 · 实到 09:07');
    expect(textOf('person-day')).toContain('超过允许的 5 分钟');
    expect(byId('person-day-correct')).toBeNull();
    expect(byId('person-day-ask')).toBeNull();
    await tap('person-day-close');
    await tap('number-late');
    await waitFor(() => expect(byId('day-2026-11-06')).not.toBeNull());
  });
});

describe('balances', () => {
  const type = (id: string, words: string) =>
    act(async () => void fireEvent.input(byId(id) as HTMLElement, { target: { value: words } }));

  it('say what is left and where it came from; more is given with a word why', async () => {
    phone.router = { path: '/reports/balances/index', params: { person: 'E003' } };
    render(<BalancesDesk />);
    await waitFor(() => expect(textOf('balance-annual')).toBe('年假 还剩 5 天共 5 天'));
    expect(textOf('balances-grants')).toContain('年假 +5 天 · 2026 年度');
    await type('grant-amount', '5');
    await tap('grant-send');
    expect(sent.filter(({ procedure }) => procedure === 'leave.grant')).toEqual([]);
    await type('grant-note', '司龄奖励');
    await tap('grant-send');
    await waitFor(() => expect(textOf('balance-annual')).toContain('10 天'));
    expect(sent.at(-1)?.input).toMatchObject({ typeId: 'annual', amount: 5, note: '司龄奖励' });
  });
});
