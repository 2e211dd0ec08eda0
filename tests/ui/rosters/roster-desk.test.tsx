import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { InputOf, RosterDesk as Desk } from '@contract/contract';
import type { RosterMark } from '@domain/schedule/roster-cells';
import { RosterDesk } from '@/features/rosters/roster-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

type Save = InputOf<'roster.save'>;

const WEEKDAYS = '日一二三四五六';
const days: Desk['days'] = Array.from({ length: 31 }, (_, i) => ({
  date: `2026-03-${String(i + 1).padStart(2, '0')}`,
  weekday: WEEKDAYS[i % 7] as string,
  off: i % 7 === 0 || i % 7 === 6,
  holidayName: null,
}));

const row = (employmentId: string, name: string, marks: Record<number, RosterMark> = {}) => ({
  employmentId,
  name,
  departmentName: '门店',
  marks: days.map((_, i) => (i + 1 in marks ? (marks[i + 1] as RosterMark) : '')),
  open: 'p'.repeat(9) + 'o'.repeat(22),
  chosen: {},
});

const desk = (more: Partial<Desk> = {}): Desk => ({
  month: '2026-03',
  title: '2026年3月',
  previousMonth: '2026-02',
  nextMonth: '2026-04',
  today: '2026-03-09',
  scopeText: '全公司',
  ruleId: 'shop',
  rules: [{ id: 'shop', name: '门店排班' }],
  shifts: [
    { id: 'early', name: '早班', short: '早', timeText: '09:00–18:00', hue: 0 },
    { id: 'noon', name: '中班', short: '中', timeText: '12:00–21:00', hue: 1 },
  ],
  days,
  people: [row('E1', '王芳', { 10: 'early', 11: 'noon' }), row('E2', '陈思远')],
  mayEdit: true,
  editsPast: false,
  next: null,
  uploadFolder: 'inbox/1',
  ...more,
});

let answers: Record<string, unknown>;
const saved: Save[] = [];
const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const changes = () =>
  saved.flatMap((save) =>
    save.changes.map(({ employmentId, date, to }) => [employmentId, date.slice(8), to]),
  );

beforeEach(() => {
  resetPhone();
  saved.length = 0;
  answers = { 'roster.desk': desk() };
  phone.answer = async ({ procedure, input }) => {
    if (procedure === 'roster.save') {
      saved.push(input as Save);
      const { changes: cells } = input as Save;
      return { result: { ok: true, value: { kept: cells.length, others: [], rejudgedDays: 0 } } };
    }
    return { result: { ok: true, value: answers[procedure] } };
  };
});
afterEach(cleanup);

const open = async () => {
  render(<RosterDesk />);
  await waitFor(() => expect(byId('roster-grid')).not.toBeNull());
};

it('opens on the week of today with letters for shifts; a tap without a brush asks what', async () => {
  await open();
  expect(textOf('week-text')).toBe('3月9日–3月15日');
  expect([textOf('cell-E1-2026-03-10'), textOf('cell-E1-2026-03-11')]).toEqual(['早', '中']);
  await tap('cell-E2-2026-03-10');
  expect(textOf('roster-cell')).toContain('陈思远 · 3月10日 周二');
  await tap('cell-noon');
  expect(textOf('cell-E2-2026-03-10')).toBe('中');
  await waitFor(() => expect(changes()).toEqual([['E2', '10', 'noon']]));
  await waitFor(() => expect(textOf('roster-saved')).toBe('改动会自动保存'));
});

it('with a brush each tap paints, a finger over the row paints what it goes over, and undo takes it back', async () => {
  await open();
  await tap('brush-rest');
  await tap('cell-E2-2026-03-10');
  expect(textOf('cell-E2-2026-03-10')).toBe('休');
  // The strip of seven days is 300 points wide here.
  const strip = byId('row-E2') as HTMLElement;
  await act(async () => {
    fireEvent.touchStart(strip, { touches: [{ clientX: 130 }] });
    fireEvent.touchMove(strip, { touches: [{ clientX: 180 }] });
    fireEvent.touchMove(strip, { touches: [{ clientX: 260 }] });
  });
  expect(['12', '13', '14', '15'].map((day) => textOf(`cell-E2-2026-03-${day}`))).toEqual([
    '休',
    '休',
    '休',
    '休',
  ]);
  await tap('roster-undo');
  expect(['12', '13', '14', '15'].map((day) => textOf(`cell-E2-2026-03-${day}`))).toEqual(['', '', '', '']);
  await tap('roster-undo');
  expect(textOf('cell-E2-2026-03-10')).toBe('');
});

it('the head of a day paints everybody on the page; what lies behind says why it does not', async () => {
  await open();
  await tap('day-2026-03-12');
  expect(textOf('roster-said')).toContain('先选一个班次');
  await tap('brush-early');
  await tap('day-2026-03-12');
  expect([textOf('cell-E1-2026-03-12'), textOf('cell-E2-2026-03-12')]).toEqual(['早', '早']);
  await tap('cell-E2-2026-03-09');
  expect(textOf('roster-said')).toContain('3月9日 周一：今天和以前的日子不能再排');
  expect(textOf('cell-E2-2026-03-09')).toBe('');
});

it('copies one person’s week to another, lays a cycle, clears', async () => {
  await open();
  await tap('who-E1');
  await tap('row-copy-week');
  await tap('who-E2');
  expect([textOf('cell-E2-2026-03-10'), textOf('cell-E2-2026-03-11')]).toEqual(['早', '中']);
  await tap('roster-copied');
  await tap('who-E2');
  await tap('row-cycle');
  expect(textOf('cycle-from')).toBe('从 3月10日 周二 起');
  await tap('cycle-two');
  await tap('cycle-lay');
  expect(['10', '11', '12', '13', '14'].map((day) => textOf(`cell-E2-2026-03-${day}`))).toEqual([
    '早',
    '早',
    '休',
    '休',
    '早',
  ]);
  await tap('who-E2');
  await tap('row-clear-week');
  expect(textOf('cell-E2-2026-03-14')).toBe('');
  await tap('week-next');
  expect(textOf('cell-E2-2026-03-18')).toBe('早');
});

it('without a network it says how many cells wait on the phone', async () => {
  await open();
  const whole = phone.answer;
  phone.answer = async (call) => {
    if (call.procedure === 'roster.save') throw new Error('offline');
    return whole(call);
  };
  await tap('brush-early');
  await tap('cell-E2-2026-03-10');
  await waitFor(() => expect(textOf('roster-saved')).toContain('1 格还在手机上'));
  expect(textOf('cell-E2-2026-03-10')).toBe('早');
  phone.answer = whole;
  await tap('roster-retry');
  await waitFor(() => expect(textOf('roster-saved')).toBe('改动会自动保存'));
});

it('what somebody else took is told with both versions', async () => {
  await open();
  const whole = phone.answer;
  phone.answer = async (call) => {
    if (call.procedure !== 'roster.save') return whole(call);
    const others = [
      { employmentId: 'E2', date: '2026-03-10', now: null, takenBy: '刘静 · 3月9日 周一 09:30', why: null },
    ];
    return { result: { ok: true, value: { kept: 0, others, rejudgedDays: 0 } } };
  };
  await tap('brush-early');
  await tap('cell-E2-2026-03-10');
  await waitFor(() =>
    expect(textOf('roster-told')).toContain('刘静 · 3月9日 周一 09:30 刚改成了休息，你要的是早班'),
  );
  expect(textOf('cell-E2-2026-03-10')).toBe('休');
});

it('days gone by are kept after the preview only', async () => {
  answers['roster.desk'] = desk({
    editsPast: true,
    people: [{ ...row('E1', '王芳'), open: 'o'.repeat(31) }],
  });
  answers['roster.preview'] = {
    changedDays: 1,
    measuresRequests: true,
    people: [
      {
        employmentId: 'E1',
        name: '王芳',
        days: [{ date: '2026-03-09', dateText: '3月9日 周一', before: '正常', after: '迟到 7 分钟' }],
      },
    ],
  };
  await open();
  await tap('brush-early');
  await tap('cell-E1-2026-03-09');
  expect(saved).toEqual([]);
  await tap('roster-past-look');
  await waitFor(() => expect(textOf('roster-past')).toContain('3月9日 周一：正常 → 迟到 7 分钟'));
  await tap('past-keep');
  await waitFor(() => expect(saved).toMatchObject([{ pastSeen: true }]));
});

it('a leader whom the rule does not let plan only looks; a company without rosters learns where to begin', async () => {
  answers['roster.desk'] = desk({ mayEdit: false });
  await open();
  expect(byId('brush')).toBeNull();
  cleanup();
  answers['roster.desk'] = desk({ ruleId: null, rules: [], shifts: [], people: [], mayEdit: false });
  render(<RosterDesk />);
  await waitFor(() => expect(document.body.textContent).toContain('还没有排班制的规则'));
});
