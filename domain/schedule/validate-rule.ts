import { addDays, weekdayOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { minutesProblems, problem, under } from './problem';
import type { Problem } from './problem';
import type { Rule, Timetable, WeekdayShift } from './rule';
import { DEFAULT_SETTINGS } from './settings';
import { validateSettings } from './validate-settings';
import type { CompanySettings } from './settings';
import type { Shift } from './shift';
import { flexNumberProblems, flexReachProblems } from './validate-flex';
import { ownScopeProblems } from './scope-conflicts';
import { ownDayProblems } from './validate-own-days';
import { validateValidity } from './validate-validity';

export const MAX_ALLOWED_MINUTES = 120;

/** What a rule is checked against. */
export interface RuleSurroundings {
  readonly shiftOn: (id: string, date: LocalDate) => Shift | null;
  readonly zoneExists: (name: string) => boolean;
  readonly overtimeRuleExists: (id: string) => boolean;
  readonly placeExists: (id: string) => boolean;
  readonly settings: Partial<CompanySettings>;
}

/** Everything the source forbids, and what has no effect (docs/rules.md §20 and the sections it names). */
export function validateRule(rule: Rule, around: RuleSurroundings): Problem[] {
  const settings = { ...DEFAULT_SETTINGS, ...around.settings, ...rule.settings };
  return [
    ...(around.zoneExists(rule.zone) ? [] : [problem('zone', 'rule.unknown-zone', { zone: rule.zone })]),
    ...under('timetable', timetableProblems(rule.timetable)),
    ...shiftProblems(rule, around),
    ...allowanceProblems(rule),
    ...flexNumberProblems(rule),
    ...under('absence', absenceProblems(rule)),
    ...under('validity', validateValidity(rule.validity)),
    ...under('ownDays', ownDayProblems(rule, around)),
    ...under('scope', ownScopeProblems(rule.scope)),
    ...referenceProblems(rule, around),
    ...under('settings', validateSettings(rule.settings ?? {})),
    ...withoutEffect(rule, settings),
  ];
}

function timetableProblems(timetable: Timetable): Problem[] {
  switch (timetable.system) {
    case 'standard':
      return [
        ...noWorkdayProblems('workdays', timetable),
        ...under('workdays', repeatedWeekdays([{ weekdays: timetable.workdays, shiftId: '' }])),
      ];
    case 'flexible':
      return [
        ...noWorkdayProblems('rows', timetable),
        ...under('rows', repeatedWeekdays(timetable.rows)),
        ...defaultProblems('rows', timetable.rows),
      ];
    case 'alternating':
      return [
        ...noWorkdayProblems('odd', timetable),
        ...under('odd', repeatedWeekdays(timetable.odd)),
        ...under('even', repeatedWeekdays(timetable.even)),
        ...defaultProblems('odd', [...timetable.odd, ...timetable.even]),
        ...(weekdayOf(timetable.anchorMonday) === 1
          ? []
          : [problem('anchorMonday', 'rule.anchor-not-monday')]),
      ];
    case 'roster':
      return timetable.shiftIds.length > 0 ? [] : [problem('shiftIds', 'rule.no-shift')];
  }
}

const noWorkdayProblems = (field: string, timetable: Timetable): Problem[] =>
  rowsOf(timetable).some(({ weekdays }) => weekdays.length > 0) ? [] : [problem(field, 'rule.no-workday')];

function repeatedWeekdays(rows: readonly WeekdayShift[]): Problem[] {
  const days = rows.flatMap(({ weekdays }) => weekdays);
  const twice = days.find((day, i) => days.indexOf(day) !== i);
  return twice === undefined ? [] : [problem('', 'rule.weekday-twice', { weekday: twice })];
}

const defaultProblems = (field: string, rows: readonly WeekdayShift[]): Problem[] =>
  rows.filter(({ restDayDefault }) => restDayDefault === true).length > 1
    ? [problem(field, 'rule.two-rest-day-defaults')]
    : [];

/** The rows of any timetable but a roster's. */
export function rowsOf(timetable: Timetable): readonly WeekdayShift[] {
  if (timetable.system === 'standard') return [{ weekdays: timetable.workdays, shiftId: timetable.shiftId }];
  if (timetable.system === 'roster') return [];
  return timetable.system === 'flexible' ? timetable.rows : [...timetable.odd, ...timetable.even];
}

/** Every shift a timetable can give, once. */
export const shiftIdsOf = (timetable: Timetable): string[] =>
  timetable.system === 'roster'
    ? [...timetable.shiftIds]
    : [...new Set(rowsOf(timetable).map(({ shiftId }) => shiftId))];

function shiftProblems(rule: Rule, { shiftOn }: RuleSurroundings): Problem[] {
  return shiftIdsOf(rule.timetable).flatMap((shiftId) => {
    const shift = shiftOn(shiftId, rule.effectiveFrom);
    if (shift === null) return [problem('timetable', 'rule.unknown-shift', { shiftId })];
    if (shift.kind !== rule.mode) return [problem('mode', 'rule.mode-mismatch', { shiftId })];
    return rule.timetable.system === 'roster' ? [] : flexReachProblems(rule, shift);
  });
}

const allowanceProblems = (rule: Rule): Problem[] =>
  (['allowedLateMinutes', 'allowedEarlyMinutes'] as const).flatMap((field) => {
    const value = rule[field] ?? 0;
    const found = minutesProblems(field, value, 0);
    if (found.length > 0) return found;
    return value <= MAX_ALLOWED_MINUTES
      ? []
      : [problem(field, 'rule.over-limit', { limit: MAX_ALLOWED_MINUTES })];
  });

function absenceProblems({ absence, allowedLateMinutes, allowedEarlyMinutes }: Rule): Problem[] {
  if (absence == null) return [];
  return (['lateOver', 'earlyOver'] as const).flatMap((field) => {
    const one = absence[field];
    if (one === undefined) return [];
    if (!one.on)
      return one.unitMinutes == null
        ? []
        : under(field, [problem('unitMinutes', 'rule.unit-without-threshold')]);
    const allowed = (field === 'lateOver' ? allowedLateMinutes : allowedEarlyMinutes) ?? 0;
    const { thresholdMinutes: threshold, unitMinutes: unit } = one;
    return under(field, [
      ...minutesProblems('thresholdMinutes', threshold, 1),
      ...(unit == null ? [] : minutesProblems('unitMinutes', unit, 1)),
      ...(allowed < threshold
        ? []
        : [problem('thresholdMinutes', 'rule.allowance-not-below-threshold', { threshold })]),
    ]);
  });
}

const referenceProblems = ({ overtime, placeIds }: Rule, around: RuleSurroundings): Problem[] => [
  ...(overtime?.by === 'rule' && !around.overtimeRuleExists(overtime.overtimeRuleId)
    ? [problem('overtime', 'rule.unknown-overtime-rule', { overtimeRuleId: overtime.overtimeRuleId })]
    : []),
  ...(placeIds ?? []).flatMap((placeId, i) =>
    around.placeExists(placeId) ? [] : [problem(`placeIds[${i}]`, 'rule.unknown-place', { placeId })],
  ),
];

const FLEX = ['earlyInEarlyOut', 'lateInLateOut', 'lateOutLateIn'] as const;
const GRACE = ['allowedLateMinutes', 'allowedEarlyMinutes'] as const;

/** Settings that this system or mode does not use: told, so that nobody wonders why they do nothing. */
function withoutEffect(rule: Rule, settings: CompanySettings): Problem[] {
  const onRoster = rule.timetable.system === 'roster';
  const flexibleTime = rule.mode === 'flexible';
  const told: Problem[] = [];
  for (const field of [...FLEX, ...GRACE]) {
    if (!rule[field]) continue;
    const isGrace = field === 'allowedLateMinutes' || field === 'allowedEarlyMinutes';
    if (flexibleTime) told.push(problem(field, 'rule.fixed-time-only', {}, 'ignored'));
    else if (onRoster && !(isGrace && settings.rosterGrace))
      told.push(problem(field, 'rule.not-on-rosters', {}, 'ignored'));
  }
  for (const field of ['lateOver', 'earlyOver'] as const)
    if (rule.absence?.[field]?.on === true && onRoster && !settings.rosterGrace)
      told.push(problem(`absence.${field}`, 'rule.not-on-rosters', {}, 'ignored'));
  return told;
}

/**
 * The first day a changed version may take effect (docs/rules.md §10): a change of workdays the day after it is
 * saved, anything else the day itself.
 */
export function earliestEffectiveFrom(before: Rule | null, after: Rule, savedOn: LocalDate): LocalDate {
  const changed = before !== null && workdaysOf(before.timetable) !== workdaysOf(after.timetable);
  return changed ? addDays(savedOn, 1) : savedOn;
}

/** Refuses a version that would change workdays before tomorrow. */
export function effectiveFromProblems(before: Rule | null, after: Rule, savedOn: LocalDate): Problem[] {
  const earliest = earliestEffectiveFrom(before, after, savedOn);
  const inTime = earliest === savedOn || after.effectiveFrom >= earliest;
  return inTime ? [] : [problem('effectiveFrom', 'rule.workdays-change-tomorrow', { earliest })];
}

function workdaysOf(timetable: Timetable): string {
  const days = (rows: readonly WeekdayShift[]): string =>
    rows
      .flatMap(({ weekdays }) => weekdays)
      .sort()
      .join('');
  switch (timetable.system) {
    case 'standard':
    case 'flexible':
      return days(rowsOf(timetable));
    case 'alternating':
      return `${timetable.anchorMonday} ${days(timetable.odd)}/${days(timetable.even)}`;
    case 'roster':
      return 'roster';
  }
}
