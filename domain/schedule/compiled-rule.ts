import { weekdayOf, dayNumber } from '../time/local-date';
import type { LocalDate, Weekday } from '../time/local-date';
import type { SpecialDay } from '../time/workday-calendar';
import type { Zone } from '../time/zone';
import { compileEarlyIn, compileLateIn, compileLateOut } from './compiled-flex';
import type { CompiledEarlyIn, CompiledLateIn, CompiledLateOut } from './compiled-flex';
import { DEFAULT_SETTINGS } from './settings';
import type { CompanySettings } from './settings';
import type { AbsenceAmount } from './absence-policy';
import type { DayOutline } from './day-outline';
import type { OwnDay, Rule, WeekdayShift } from './rule';

/** A rule version made ready for judging: every default filled in, every choice a number or a flag. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly id: string;
  readonly version: number;
  readonly zone: Zone;
  readonly settings: CompanySettings;
  readonly onRoster: boolean;
  readonly allowedLate: number;
  readonly allowedEarly: number;
  /** The four allowances above and the thresholds, on rosters only when rosterGrace is on. */
  readonly graced: boolean;
  /** Flex belongs to fixed-time punching off the rosters; a flexible shift is caught by its kind. */
  readonly flexAllowed: boolean;
  readonly earlyIn: CompiledEarlyIn | null;
  readonly lateIn: CompiledLateIn | null;
  readonly lateOut: CompiledLateOut | null;
  readonly flexFirst: boolean;
  readonly excludeGrace: boolean;
  readonly shortfallAsLate: boolean;
  readonly absence: CompiledAbsence | null;
  /** One overtime rule for all days; null when there is none, or when the shifts have their own. */
  readonly overtimeRuleId: string | null;
  readonly overtimeByShift: boolean;
  /** Shift ids for Monday … Sunday of an odd week, then of an even one; null is a day off. */
  readonly week: readonly (string | null)[];
  readonly anchorDay: number | null;
  /** The shift of a rest day that is swapped into work. */
  readonly swappedShiftId: string;
  /** By day number. */
  readonly ownDays: ReadonlyMap<number, OwnDay>;
  /** Outlines by shift and day, filled as days are asked for. */
  readonly outlines: Map<string, Map<number, DayOutline>>;
}

export interface CompiledAbsence {
  readonly noInNoOut: AbsenceAmount | null;
  readonly noIn: AbsenceAmount | null;
  readonly noOut: AbsenceAmount | null;
  readonly late: CompiledThreshold | null;
  readonly early: CompiledThreshold | null;
}

export interface CompiledThreshold {
  readonly minutes: number;
  readonly unit: number;
  readonly inclusive: boolean;
  readonly amount: AbsenceAmount;
}

/** 09:00–18:00, for swapped working days when no row is marked 非工作日默认时段. */
export const BUILT_IN_SHIFT_ID = 'built-in:09:00-18:00';

/**
 * The shift whose overtime rule a day without a shift uses when overtime goes by shift: the one a swapped working
 * day would have; on rosters the first of the rule's shifts.
 */
export const idleShiftId = ({ rule, swappedShiftId }: CompiledRule): string =>
  rule.timetable.system === 'roster' ? (rule.timetable.shiftIds[0] ?? BUILT_IN_SHIFT_ID) : swappedShiftId;

/** Fills defaults and flattens the timetable. `company` are the company's settings; the rule's own win. */
export function compileRule(rule: Rule, zone: Zone, company: Partial<CompanySettings>): CompiledRule {
  const settings = { ...DEFAULT_SETTINGS, ...company, ...rule.settings };
  const { timetable } = rule;
  const onRoster = timetable.system === 'roster';
  const choice = rule.overtime ?? { by: 'none' };
  return {
    rule,
    id: rule.id,
    version: rule.version,
    zone,
    settings,
    onRoster,
    allowedLate: rule.allowedLateMinutes ?? 0,
    allowedEarly: rule.allowedEarlyMinutes ?? 0,
    graced: !onRoster || settings.rosterGrace,
    flexAllowed: !onRoster,
    earlyIn: compileEarlyIn(rule.earlyInEarlyOut),
    lateIn: compileLateIn(rule.lateInLateOut, settings),
    lateOut: compileLateOut(rule.lateOutLateIn, settings),
    flexFirst: settings.flexFirst,
    excludeGrace: settings.excludeGrace,
    shortfallAsLate: settings.shortfallAs === 'late',
    absence: settings.absenceOn ? compileAbsence(rule, settings) : null,
    overtimeRuleId: choice.by === 'rule' ? choice.overtimeRuleId : null,
    overtimeByShift: choice.by === 'shift',
    week: weekOf(rule),
    anchorDay: timetable.system === 'alternating' ? dayNumber(timetable.anchorMonday) : null,
    swappedShiftId: swappedShiftOf(rule),
    ownDays: new Map((rule.ownDays ?? []).map((day) => [dayNumber(day.date), day])),
    outlines: new Map(),
  };
}

function compileAbsence(rule: Rule, settings: CompanySettings): CompiledAbsence {
  const policy = rule.absence ?? {};
  const both = policy.noInNoOut ?? { on: true };
  const threshold = (one: typeof policy.lateOver): CompiledThreshold | null =>
    one?.on === true
      ? {
          minutes: one.thresholdMinutes,
          unit: one.unitMinutes ?? 0,
          inclusive: settings.absenceInclusive,
          amount: one.amount ?? 'step',
        }
      : null;
  return {
    noInNoOut: both.on ? (both.amount ?? 'wholeDay') : null,
    noIn: policy.noIn?.on === true ? (policy.noIn.amount ?? 'halfDay') : null,
    noOut: policy.noOut?.on === true ? (policy.noOut.amount ?? 'halfDay') : null,
    late: threshold(policy.lateOver),
    early: threshold(policy.earlyOver),
  };
}

function weekOf({ timetable }: Rule): (string | null)[] {
  const week: (string | null)[] = new Array<string | null>(14).fill(null);
  const fill = (rows: readonly WeekdayShift[], from: number): void => {
    for (const row of rows) for (const weekday of row.weekdays) week[from + weekday - 1] = row.shiftId;
  };
  if (timetable.system === 'standard') {
    fill([{ weekdays: timetable.workdays, shiftId: timetable.shiftId }], 0);
    fill([{ weekdays: timetable.workdays, shiftId: timetable.shiftId }], 7);
  } else if (timetable.system === 'flexible') {
    fill(timetable.rows, 0);
    fill(timetable.rows, 7);
  } else if (timetable.system === 'alternating') {
    fill(timetable.odd, 0);
    fill(timetable.even, 7);
  }
  return week;
}

function swappedShiftOf({ timetable }: Rule): string {
  if (timetable.system === 'standard') return timetable.shiftId;
  if (timetable.system === 'roster') return BUILT_IN_SHIFT_ID;
  const rows = timetable.system === 'flexible' ? timetable.rows : [...timetable.odd, ...timetable.even];
  return rows.find((row) => row.restDayDefault === true)?.shiftId ?? BUILT_IN_SHIFT_ID;
}

/** 单周 (odd) or 双周 (even), counted from the anchor Monday without ever resetting (docs/rules.md §19). */
export const weekParity = (anchorMonday: LocalDate, date: LocalDate): 'odd' | 'even' =>
  isEvenWeek(dayNumber(anchorMonday), dayNumber(date)) ? 'even' : 'odd';

const isEvenWeek = (anchorDay: number, day: number): boolean =>
  Math.abs(Math.floor((day - anchorDay) / 7)) % 2 === 1;

/** The shift a rule's timetable gives a day under the public calendar; null is a day off. Not for rosters. */
export function timetableShiftId(
  compiled: CompiledRule,
  day: number,
  date: LocalDate,
  special: SpecialDay | undefined,
): string | null {
  const ownDay = compiled.ownDays.size === 0 ? undefined : compiled.ownDays.get(day);
  if (ownDay?.kind === 'restday') return null;
  if (ownDay?.shiftId != null) return ownDay.shiftId;
  if (ownDay === undefined && special !== undefined && special.kind !== 'workday') return null;
  const weekday: Weekday = weekdayOf(date);
  const even = compiled.anchorDay !== null && isEvenWeek(compiled.anchorDay, day);
  const own = compiled.week[(even ? 7 : 0) + weekday - 1] ?? null;
  return own ?? ((special ?? ownDay) === undefined ? null : compiled.swappedShiftId);
}
