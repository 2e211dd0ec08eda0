import { buttonAt, type ButtonWord } from '@domain/attendance/accept-punch';
import { evaluateDay } from '@domain/attendance/evaluate-day';
import { STATUS_WORDS } from '@domain/attendance/explain';
import type { Punch } from '@domain/attendance/punch';
import type { Carry, Verdict } from '@domain/attendance/verdict';
import type { Person } from '@domain/people/person';
import type { DutyPlan } from '@domain/schedule/day-outline';
import { EMPTY_ROSTER, planDays } from '@domain/schedule/plan-day';
import { createRuleBook } from '@domain/schedule/rule-book';
import type { Rule } from '@domain/schedule/rule';
import type { CompanySettings } from '@domain/schedule/settings';
import type { Shift } from '@domain/schedule/shift';
import { type InstantMinute, instantOfMinute } from '@domain/time/instant';
import { addDays, localDateOf } from '@domain/time/local-date';
import { createWorkdayCalendar } from '@domain/time/workday-calendar';
import { fixedZone } from '@domain/time/zone';

/** What an example is judged by: the rule as it stands in the editor, one of its shifts, the company's readings. */
export interface ExampleRule {
  readonly rule: Omit<Rule, 'id' | 'version'>;
  readonly shift: Shift;
  readonly settings: Partial<CompanySettings>;
}

/** Two workdays that follow each other under the rule, ready to be judged. */
export interface ExampleDays {
  readonly start: number;
  readonly end: number;
  /** Minutes of work in the shift. */
  readonly net: number;
  /** Judges the second day; `eveningBefore` is how long after the end the first one was left. */
  judge(day: { readonly in?: number; readonly out?: number; readonly eveningBefore?: number }): Verdict;
  /** What the button says on the second day at this minute, when nobody has punched. */
  buttonAt(minute: number): ButtonWord;
}

const SINCE = localDateOf('0001-01-01');
/** A Monday of a month without holidays: the examples hold for ordinary weeks. */
const FROM = localDateOf('2026-03-02');
const DAYS = 28;
/** Examples speak in wall clocks: any zone without daylight saving gives the same. */
const ZONE_MINUTES = 480;
/** Nobody in particular: whom examples are about. */
export const SOMEBODY: Person = {
  id: 'somebody',
  name: '',
  hiredOn: null,
  lastDayOn: null,
  assignments: [],
  tags: [],
};

/** Null while the rule has no two days with this shift, or cannot be laid on days at all. */
export function exampleDays({ rule, shift, settings }: ExampleRule): ExampleDays | null {
  const zone = fixedZone(rule.zone, ZONE_MINUTES);
  const alone: Rule = {
    ...rule,
    id: 'example',
    version: 1,
    effectiveFrom: SINCE,
    scope: [{ type: 'everyone' }],
    validity: null,
  };
  const made = createRuleBook({
    zone: rule.zone,
    zones: () => zone,
    calendar: createWorkdayCalendar({ publicDays: [] }),
    rules: [alone],
    shifts: [{ ...shift, version: 1, effectiveFrom: SINCE }],
    settings,
  });
  if (!made.ok) return null;
  const dates = Array.from({ length: DAYS }, (_, i) => addDays(FROM, i));
  const roster =
    rule.timetable.system === 'roster'
      ? { ...EMPTY_ROSTER, planned: new Map(dates.map((date) => [date, shift.id])) }
      : EMPTY_ROSTER;
  const plans = planDays(made.value, SOMEBODY, roster, FROM, addDays(FROM, DAYS - 1));
  const duty = plans.filter(({ laid }) => laid?.shift.id === shift.id);
  const at = duty.findIndex((plan, i) => i > 0 && plan.day === (duty[i - 1] as DutyPlan).day + 1);
  const second = duty[at < 0 ? 1 : at];
  const first = duty[at < 0 ? 0 : at - 1];
  if (!first?.laid || !second?.laid) return null;
  const work = second.laid;
  const [start, end] = edgesOf(shift);
  return {
    start,
    end,
    net: work.net,
    judge({ in: arrival, out, eveningBefore }) {
      const carry: Carry | null =
        eveningBefore === undefined
          ? null
          : evaluateDay(
              first,
              [punch(first, 'in', start), punch(first, 'out', end + eveningBefore)],
              [],
              null,
            ).carryOut;
      const punches: Punch[] = [];
      if (arrival !== undefined) punches.push(punch(second, 'in', arrival));
      if (out !== undefined) punches.push(punch(second, 'out', out));
      return evaluateDay(second, punches, [], carry);
    },
    buttonAt: (minute) =>
      buttonAt({
        plans,
        punches: [],
        approvals: [],
        carryIn: null,
        now: instantOfMinute(punch(second, 'in', minute).minute),
        claims: [],
        accuracyMeters: null,
      }).word,
  };
}

const punch = (plan: DutyPlan, kind: 'in' | 'out', minute: number): Punch => ({
  id: `${kind}${minute}`,
  minute: plan.outline.zone.instantAt(plan.day, minute) as InstantMinute,
  kind,
  source: 'button',
});

/** First start and last end on the wall clock; of flexible time the latest that is in time. */
function edgesOf(shift: Shift): readonly [number, number] {
  if (shift.kind === 'fixed') return [shift.segments[0]?.in ?? 0, shift.segments.at(-1)?.out ?? 0];
  const rest = shift.rests.reduce((sum, { from, to }) => sum + to - from, 0);
  return [shift.latestIn, shift.latestIn + shift.requiredMinutes + rest];
}

/** '正常', '迟到 7 分钟', '旷工 90 分钟'. */
export function verdictWord({ status, lateMinutes, earlyMinutes, absentMinutes }: Verdict): string {
  const minutes = { late: lateMinutes, early: earlyMinutes, absent: absentMinutes };
  return status in minutes
    ? `${STATUS_WORDS[status]} ${minutes[status as keyof typeof minutes]} 分钟`
    : STATUS_WORDS[status];
}
