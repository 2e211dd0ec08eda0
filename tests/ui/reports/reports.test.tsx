import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { DayReport, MonthReport, OutputOf, PersonReport, ReportLayouts } from '@contract/contract';
import { NO_SUM } from '@domain/attendance/report-sum';
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
  { column: 'worked', text: '160 小时', tone: 'ok' },
  { column: 'night', text: '0', tone: 'none' },
] as const;

const columns = [
  { column: 'late' as const, title: '迟到' },
  { column: 'leave' as const, title: '请假' },
  { column: 'worked' as const, title: '工作' },
  { column: 'night' as const, title: '夜间工作' },
];

/** Late on the 5th, and the rest of the month as usual. */
const tones = Array.from({ length: 30 }, (_, n) =>
  n === 4 ? 'late' : 'ok',
) as MonthReport['rows'][number]['days'];

const month: MonthReport = {
  month: '2026-11',
  title: '2026年11月',
  scopeText: '全公司',
  untilText: '截至 11月22日 周日',
  columns,
  rows: [{ employmentId: 'E003', name: '王芳', departmentName: '产品部', cells: [...cells], days: tones }],
  totals: [...cells],
  previousMonth: '2026-10',
  nextMonth: null,
  next: 'E003',
};

const day: DayReport = {
  date: '2026-11-20',
  dateText: '11月20日 周五',
  scopeText: '全公司',
  columns,
  totals: [...cells],
  counts: [{ tone: 'late', word: '迟到', people: 1 }],
  rows: [
    {
      employmentId: 'E003',
      name: '王芳',
      departmentName: '产品部',
      tone: 'late',
      word: '迟到 7 分钟',
      cardsText: '09:07 – 18:02',
      cells: [...cells],
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

const layouts: ReportLayouts = {
  summary: ['late', 'leave', 'worked'],
  hours: ['worked', 'night'],
  odd: ['late'],
};

const { sum: noSum } = NO_SUM;
const sumPart = (people: number, next: string | null): OutputOf<'report.sum'> => ({
  people,
  sum: {
    ...noSum,
    lateCount: people,
    lateMinutes: 7 * people,
    overtimeMinutes: { ...noSum.overtimeMinutes },
    leaveMinutes: {},
  },
  days: [{ date: '2026-11-05', people: { late: people, ok: 1 }, workedMinutes: 480 * people }],
  next,
});

const workbook = { state: 'running', done: 300, total: 320, fileName: '', url: null };

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
    const { after, columns: kept } = call.input as { after?: string | null; columns?: string[] };
    const rest = { ...month, rows: [{ ...month.rows[0], employmentId: 'E004', name: '李明' }], next: null };
    const values: Record<string, unknown> = {
      'report.layouts': layouts,
      'exports.start': workbook,
      'exports.progress': workbook,
      'report.keepLayout': { ...layouts, summary: kept },
      'report.sum': after === null ? sumPart(300, 'E299') : sumPart(20, null),
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
    expect(textOf('reports-totals')).toContain('全公司 · 已读取 1 人 · 截至 11月22日 周日');
    expect(textOf('report-E003')).toBe('王芳产品部迟到 1 次 7 分钟工作 160 小时');
    expect(sent.map(({ procedure }) => procedure).sort()).toEqual(['report.layouts', 'report.month']);
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

  it('adds up everybody page by page; the chart says the same as numbers, and a day leads to its people', async () => {
    await open();
    await tap('reports-sum');
    await waitFor(() => expect(textOf('reports-totals')).toContain('全部 320 人'));
    expect(textOf('reports-totals')).toContain('迟到 320 次 37 小时 20 分');
    expect(sent.filter(({ procedure }) => procedure === 'report.sum')).toHaveLength(2);
    await tap('chart-numbers');
    expect(textOf('day-chart')).toContain('正常 2 人，迟到 320 人');
    await tap('bar-2026-11-05');
    expect(sent.at(-1)).toMatchObject({ procedure: 'report.day', input: { date: '2026-11-05' } });
  });

  it('a sum leads to the people who have some of it', async () => {
    await open();
    await tap('total-leave');
    expect(byId('report-E003')).toBeNull();
    expect(textOf('reports-wanted')).toContain('只显示有“请假”的人');
    await tap('total-leave');
    expect(byId('report-E003')).not.toBeNull();
  });

  it('shows the same people by their days, their hours and what was odd', async () => {
    await open();
    await tap('reports-kind-situation');
    expect(byId('strip-E003-2026-11-30')).not.toBeNull();
    await tap('strip-E003-2026-11-05');
    expect(phone.routes.at(-1)).toBe('open /reports/person/index?person=E003&month=2026-11&date=2026-11-05');
    await tap('reports-kind-hours');
    expect(textOf('report-E003')).toBe('王芳产品部工作 160 小时夜间工作 0');
    await tap('reports-kind-odd');
    expect(textOf('report-E003')).toBe('王芳产品部5迟到迟到 1 次 7 分钟');
  });

  it('finds the workbook again that was begun before the page was left', async () => {
    await open();
    await tap('reports-export-tap');
    expect(sent.at(-1)).toMatchObject({
      procedure: 'exports.start',
      input: { order: { what: 'report', report: 'summary', month: '2026-11', date: null } },
    });
    cleanup();
    await open();
    await waitFor(() => expect(textOf('reports-export')).toContain('已写 300 / 320'));
    const ids = sent
      .filter(({ procedure }) => procedure.startsWith('exports.'))
      .map(({ input }) => (input as { commandId: string }).commandId);
    expect(new Set(ids).size).toBe(1);
  });

  it('keeps the columns that one chooses, in the order of one’s own', async () => {
    await open();
    await tap('reports-columns');
    await tap('column-off-leave');
    await tap('column-on-night');
    await tap('column-up-night');
    await tap('columns-keep');
    expect(sent.at(-1)?.input).toEqual({ report: 'summary', columns: ['late', 'night', 'worked'] });
    await waitFor(() => expect(byId('report-columns')).toBeNull());
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
