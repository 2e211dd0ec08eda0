import { recompute } from '@domain/attendance/recompute';
import type { RecomputeQuestion, StandingRequest } from '@domain/attendance/recompute';
import { planDays } from '@domain/schedule/plan-day';
import type { PersonRoster } from '@domain/schedule/plan-day';
import type { OvertimeRule } from '@domain/schedule/overtime-rule';
import { dayNumber } from '@domain/time/local-date';
import { SHANGHAI, bookOf, d, personOf, ruleOf, shiftOf } from '../schedule/company';

const SHORT = shiftOf({ id: 'short', name: '短班' }, { in: 540, out: 780 });
const COMP: OvertimeRule = {
  id: 'ot',
  name: '加班',
  days: { workday: { recognise: 'punches', settle: 'compLeave', multiple: 1.5 } },
};
const BOOK = bookOf({
  rules: [
    ruleOf({
      timetable: { system: 'roster', shiftIds: ['day', 'short'] },
      overtime: { by: 'rule', overtimeRuleId: 'ot' },
    }),
  ],
  shifts: [shiftOf(), SHORT],
  overtimeRules: [COMP],
});

const plans = (shifts: Readonly<Record<string, string | null>>) => {
  const planned: PersonRoster['planned'] = new Map(
    Object.entries(shifts).map(([date, shift]) => [d(date), shift]),
  );
  return planDays(BOOK, personOf(), { planned, chosen: new Map() }, d('2026-03-09'), d('2026-03-11'));
};

const at = (date: string, minute: number) => SHANGHAI.instantAt(dayNumber(d(date)), minute);

const LEAVE: StandingRequest = {
  id: 'leave-1',
  kind: 'leave',
  type: { id: 'annual', name: '年假', unit: 'hour', minimumUnits: 1, days: 'working', hasBalance: true },
  span: { kind: 'days', from: d('2026-03-10'), to: d('2026-03-10') },
  state: 'approved',
};

const question = (more: Partial<RecomputeQuestion> = {}): RecomputeQuestion => ({
  before: plans({ '2026-03-09': 'day', '2026-03-10': 'day', '2026-03-11': 'day' }),
  after: plans({ '2026-03-09': 'short', '2026-03-10': 'short', '2026-03-11': 'day' }),
  punches: [
    { id: '1', minute: at('2026-03-09', 540), kind: 'in', source: 'button' },
    { id: '2', minute: at('2026-03-09', 1080), kind: 'out', source: 'button' },
  ],
  requests: [LEAVE],
  carryIn: null,
  balances: { annual: { granted: 40, spent: 9, frozen: 0 } },
  reports: true,
  ...more,
});

test('days that come out otherwise are shown before and after', () => {
  const { days } = recompute(question());
  expect(
    days.map(({ date, before, after }) => [date, before.requiredMinutes, after.requiredMinutes]),
  ).toEqual([
    ['2026-03-09', 540, 240],
    ['2026-03-10', 540, 240],
  ]);
});

test('with 修改班次后重新计算报表数据 requests, balances and comp leave follow', () => {
  const answer = recompute(question());
  expect(answer.requests).toEqual([
    { id: 'leave-1', unitsBefore: 9, unitsAfter: 4, minutesBefore: 540, minutesAfter: 240 },
  ]);
  expect(answer.balances).toEqual({ annual: { granted: 40, spent: 4, frozen: 0 } });
  expect([answer.compLeaveBefore, answer.compLeaveAfter]).toEqual([0, 300]);
});

test('without it only the days do', () => {
  const answer = recompute(question({ reports: false }));
  expect(answer.days).toHaveLength(2);
  expect(answer.requests).toEqual([]);
  expect(answer.balances).toEqual({ annual: { granted: 40, spent: 9, frozen: 0 } });
});

test('a request that no longer fits its balance is left for HR', () => {
  const { before, after } = question();
  const answer = recompute(
    question({ before: after, after: before, balances: { annual: { granted: 5, spent: 4, frozen: 0 } } }),
  );
  expect(answer.short).toEqual([
    { id: 'leave-1', refusal: { code: 'leave.balance-short', facts: { free: 1, asked: 5 } } },
  ]);
  expect(answer.balances).toEqual({ annual: { granted: 5, spent: 4, frozen: 0 } });
});
