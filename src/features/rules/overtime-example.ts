import { evaluateDay } from '@domain/attendance/evaluate-day';
import type { Approval } from '@domain/attendance/approval';
import type { Punch } from '@domain/attendance/punch';
import type { DutyPlan } from '@domain/schedule/day-outline';
import type { OvertimeRule } from '@domain/schedule/overtime-rule';
import { EMPTY_ROSTER, planDays } from '@domain/schedule/plan-day';
import { createRuleBook } from '@domain/schedule/rule-book';
import { validateOvertimeRule } from '@domain/schedule/validate-overtime';
import type { InstantMinute } from '@domain/time/instant';
import { addDays, localDateOf } from '@domain/time/local-date';
import { createWorkdayCalendar, type DayKind } from '@domain/time/workday-calendar';
import { clockText } from '@domain/time/work-minute';
import { fixedZone } from '@domain/time/zone';
import { minutesText } from '@/wording/lengths';
import { SOMEBODY } from './judge-example';

const MONDAY = localDateOf('2026-03-02');
const WHEN: Readonly<Record<DayKind, number>> = { workday: 0, restday: 5, holiday: 3 };
const SHIFT = [540, 1080] as const;
/** A day off is spent at work from ten to six. */
const DAY_OFF = [600, 1080] as const;
const STAYED = 180;
const LESS_THAN_STAYED = 60;

/** '批准 18:00–20:00，21:00 走：加班 2 小时，按 1.5 倍': what the engine makes of one day under the overtime rule. */
export function overtimeExample(rule: OvertimeRule, kind: DayKind): string | undefined {
  const day = rule.days[kind];
  const plan = day === undefined || validateOvertimeRule(rule).length > 0 ? null : planOf(rule, kind);
  if (day === undefined || plan === null) return undefined;
  const off = kind !== 'workday';
  const [arrived, left] = off ? DAY_OFF : ([SHIFT[0], SHIFT[1] + STAYED] as const);
  const approved = { from: off ? arrived : SHIFT[1], to: left - LESS_THAN_STAYED };
  const asked = day.recognise !== 'punches';
  const { overtime } = evaluateDay(
    plan,
    [punch(plan, 'in', arrived), punch(plan, 'out', left)],
    asked ? [approval(plan, approved)] : [],
    null,
  );
  const minutes = overtime.reduce((sum, part) => sum + part.minutes, 0);
  const words = [
    ...(asked ? [`批准 ${clockText(approved.from)}–${clockText(approved.to)}`] : []),
    off ? `${clockText(arrived)} 到、${clockText(left)} 走` : `${clockText(left)} 走`,
  ];
  return `${words.join('，')}：${minutes === 0 ? '不计加班' : `加班 ${minutesText(minutes)}，按 ${day.multiple} 倍`}`;
}

function planOf(rule: OvertimeRule, kind: DayKind): DutyPlan | null {
  const zone = fixedZone('example', 480);
  const made = createRuleBook({
    zone: 'example',
    zones: () => zone,
    calendar: createWorkdayCalendar({
      publicDays: [{ date: addDays(MONDAY, WHEN.holiday), kind: 'holiday', name: '' }],
    }),
    rules: [
      {
        id: 'example',
        version: 1,
        effectiveFrom: MONDAY,
        name: '',
        zone: 'example',
        mode: 'fixed',
        timetable: { system: 'standard', shiftId: 'example', workdays: [1, 2, 3, 4, 5] },
        scope: [{ type: 'everyone' }],
        overtime: { by: 'rule', overtimeRuleId: rule.id },
      },
    ],
    shifts: [
      {
        kind: 'fixed',
        id: 'example',
        version: 1,
        effectiveFrom: MONDAY,
        name: '',
        segments: [{ in: SHIFT[0], out: SHIFT[1] }],
        rests: [],
      },
    ],
    overtimeRules: [{ ...rule, effectiveFrom: MONDAY }],
  });
  const date = addDays(MONDAY, WHEN[kind]);
  return made.ok ? (planDays(made.value, SOMEBODY, EMPTY_ROSTER, date, date)[0] ?? null) : null;
}

const instant = ({ outline, day }: DutyPlan, minute: number): InstantMinute =>
  outline.zone.instantAt(day, minute) as InstantMinute;

const punch = (plan: DutyPlan, kind: 'in' | 'out', minute: number): Punch => ({
  id: kind,
  minute: instant(plan, minute),
  kind,
  source: 'button',
});

const approval = (
  plan: DutyPlan,
  { from, to }: { readonly from: number; readonly to: number },
): Approval => ({
  kind: 'overtime',
  type: '',
  from: instant(plan, from),
  to: instant(plan, to),
});
