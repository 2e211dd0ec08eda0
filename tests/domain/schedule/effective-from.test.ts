import type { Rule } from '@domain/schedule/rule';
import { effectiveFromProblems } from '@domain/schedule/validate-rule';
import { d, ruleOf } from './company';

describe('when a changed rule may take effect', () => {
  const saved = d('2026-03-09');
  const weekdays = (workdays: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[], effectiveFrom = saved): Rule =>
    ruleOf({ version: 2, effectiveFrom, timetable: { system: 'standard', shiftId: 'day', workdays } });

  test('a change of workdays from the day after it is saved', () => {
    expect(effectiveFromProblems(ruleOf(), weekdays([1, 2]), saved)[0]?.facts).toEqual({
      earliest: '2026-03-10',
    });
    expect(effectiveFromProblems(ruleOf(), weekdays([1, 2], d('2026-03-10')), saved)).toEqual([]);
  });

  test('anything else, and the same days in another order, at once', () => {
    expect(
      effectiveFromProblems(ruleOf(), ruleOf({ effectiveFrom: saved, allowedLateMinutes: 5 }), saved),
    ).toEqual([]);
    expect(effectiveFromProblems(ruleOf(), weekdays([5, 4, 3, 2, 1]), saved)).toEqual([]);
    expect(effectiveFromProblems(null, weekdays([1]), saved)).toEqual([]);
  });
});
