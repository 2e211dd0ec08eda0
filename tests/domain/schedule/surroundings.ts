import type { Problem } from '@domain/schedule/problem';
import type { Rule } from '@domain/schedule/rule';
import type { Shift } from '@domain/schedule/shift';
import { validateRule } from '@domain/schedule/validate-rule';
import type { RuleSurroundings } from '@domain/schedule/validate-rule';
import { validateShift } from '@domain/schedule/validate-shift';
import { flexibleOf, ruleOf, shiftOf } from './company';

export const around = (more: Partial<RuleSurroundings> = {}): RuleSurroundings => ({
  shiftOn: (id) => [shiftOf(), flexibleOf()].find((shift) => shift.id === id) ?? null,
  zoneExists: (name) => name === 'Asia/Shanghai',
  overtimeRuleExists: () => false,
  placeExists: () => false,
  settings: {},
  ...more,
});

export const rule = (more: Partial<Rule>): Problem[] => validateRule(ruleOf(more), around());
export const shift = (one: Shift): Problem[] => validateShift(one);
export const fixed = (...rows: (readonly [number, number])[]): LateOut => ({
  rows: rows.map(([afterMinutes, lateMinutes]) => ({ mode: 'fixed' as const, afterMinutes, lateMinutes })),
});
type LateOut = NonNullable<Rule['lateOutLateIn']>;
