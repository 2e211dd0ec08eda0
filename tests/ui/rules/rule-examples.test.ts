import { ruleExamples } from '@/features/rules/rule-examples';
import type { ExampleRule } from '@/features/rules/judge-example';
import { localDateOf } from '@domain/time/local-date';

const SINCE = localDateOf('2026-01-01');

const judged = (
  change: Partial<ExampleRule['rule']>,
  settings: ExampleRule['settings'] = {},
): ExampleRule => ({
  rule: {
    effectiveFrom: SINCE,
    name: '朝九晚六',
    zone: 'Asia/Shanghai',
    mode: 'fixed',
    timetable: { system: 'standard', shiftId: 'day', workdays: [1, 2, 3, 4, 5] },
    scope: [],
    ...change,
  },
  shift: {
    kind: 'fixed',
    id: 'day',
    version: 3,
    effectiveFrom: SINCE,
    name: '早班',
    segments: [{ in: 540, out: 1080 }],
    rests: [{ from: 720, to: 780 }],
  },
  settings,
});

it('says when one may leave', () => {
  expect(ruleExamples(judged({}))).toEqual({
    shift: '09:00 到，18:00 可走',
    checkout: '18:00 还没签到，按钮是“签到”',
  });
});

it.each([
  ['lateIn', { lateInLateOut: { mode: 'elastic', capMinutes: 30 } }, '09:20 到，18:20 可走'],
  ['lateIn', { lateInLateOut: { mode: 'fixed', lateMinutes: 30, stayMinutes: 30 } }, '09:20 到，18:30 可走'],
  [
    'earlyIn',
    { earlyInEarlyOut: { mode: 'fixed', earlyMinutes: 30, leaveMinutes: 30 } },
    '08:30 到，17:30 可走',
  ],
  ['allowedLate', { allowedLateMinutes: 5 }, '09:05 到：正常；09:06 到：迟到 6 分钟'],
  ['allowedEarly', { allowedEarlyMinutes: 5 }, '17:55 走：正常；17:54 走：早退 6 分钟'],
  [
    'lateOut',
    {
      lateOutLateIn: {
        rows: [
          { mode: 'fixed', afterMinutes: 30, lateMinutes: 30 },
          { mode: 'fixed', afterMinutes: 60, lateMinutes: 60 },
        ],
      },
    },
    '前一天 18:30 走，当天 09:30 到：正常，18:30 可走；前一天 19:00 走，当天 10:00 到：正常，19:00 可走',
  ],
] as const)('%s as the engine judges it', (section, change, sentence) => {
  expect(ruleExamples(judged(change as Partial<ExampleRule['rule']>))[section]).toBe(sentence);
});

it('follows the readings of the company: without making up one may leave at the usual time', () => {
  const lateOutLateIn = { rows: [{ mode: 'fixed', afterMinutes: 30, lateMinutes: 30 }] } as const;
  expect(ruleExamples(judged({ lateOutLateIn }, { makeUp: false })).lateOut).toContain(
    '09:30 到：正常，18:00 可走',
  );
});

it('counts absence only while the master switch is on', () => {
  const change = { absence: { lateOver: { on: true, thresholdMinutes: 60, unitMinutes: 30 } } };
  expect(ruleExamples(judged(change, { absenceOn: true })).lateOver).toBe('10:01 到：旷工 90 分钟');
  expect(ruleExamples(judged(change)).lateOver).toBe('10:01 到：迟到 61 分钟');
});

it('goes over midnight and through alternating weeks', () => {
  const night = judged({
    timetable: {
      system: 'alternating',
      anchorMonday: localDateOf('2026-01-05'),
      odd: [{ weekdays: [1, 2, 3], shiftId: 'day' }],
      even: [{ weekdays: [1], shiftId: 'day' }],
    },
  });
  const shift = { ...night.shift, segments: [{ in: 1320, out: 1800 }], rests: [] } as typeof night.shift;
  expect(ruleExamples({ ...night, shift }).shift).toBe('22:00 到，次日06:00 可走');
});

it('is silent while no day has the shift', () => {
  const timetable = { system: 'standard', shiftId: 'other', workdays: [1] } as const;
  expect(ruleExamples(judged({ timetable }))).toEqual({});
});
