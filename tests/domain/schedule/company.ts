import type { Person } from '@domain/people/person';
import type { Rule } from '@domain/schedule/rule';
import { createRuleBook } from '@domain/schedule/rule-book';
import type { RuleBook, RuleBookSource } from '@domain/schedule/rule-book';
import type { FixedShift, FlexibleShift, Segment } from '@domain/schedule/shift';
import { localDateOf } from '@domain/time/local-date';
import type { LocalDate } from '@domain/time/local-date';
import { createWorkdayCalendar } from '@domain/time/workday-calendar';
import { fixedZone } from '@domain/time/zone';

export const d = (text: string): LocalDate => localDateOf(text);

export const SHANGHAI = fixedZone('Asia/Shanghai', 480);

export const shiftOf = (more: Partial<FixedShift> = {}, ...segments: readonly Segment[]): FixedShift => ({
  kind: 'fixed',
  id: 'day',
  version: 1,
  effectiveFrom: d('2020-01-01'),
  name: '标准班',
  segments: segments.length > 0 ? segments : [{ in: 540, out: 1080 }],
  rests: [],
  ...more,
});

export const flexibleOf = (more: Partial<FlexibleShift> = {}): FlexibleShift => ({
  kind: 'flexible',
  id: 'flex',
  version: 1,
  effectiveFrom: d('2020-01-01'),
  name: '弹性班',
  rests: [],
  requiredMinutes: 480,
  earliestIn: 480,
  latestIn: 600,
  ...more,
});

export const ruleOf = (more: Partial<Rule> = {}): Rule => ({
  id: 'rule',
  version: 1,
  effectiveFrom: d('2020-01-01'),
  name: '总部',
  zone: 'Asia/Shanghai',
  mode: 'fixed',
  timetable: { system: 'standard', shiftId: 'day', workdays: [1, 2, 3, 4, 5] },
  scope: [{ type: 'everyone' }],
  ...more,
});

export const personOf = (more: Partial<Person> = {}): Person => ({
  id: 'wang',
  name: '王芳',
  hiredOn: null,
  lastDayOn: null,
  assignments: [],
  tags: [],
  ...more,
});

export function bookOf(more: Partial<RuleBookSource> = {}): RuleBook {
  const made = createRuleBook({
    zone: 'Asia/Shanghai',
    zones: (name) => (name === 'Asia/Shanghai' ? SHANGHAI : null),
    calendar: createWorkdayCalendar(),
    rules: [ruleOf()],
    shifts: [shiftOf()],
    ...more,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
