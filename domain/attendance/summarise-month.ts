import type { DayKind } from '../time/workday-calendar';
import type { DayStatus, Verdict } from './verdict';

/** Minutes of overtime by the kind of day they fell on. */
export type OvertimeByKind = Readonly<Record<DayKind, number>>;

/** A month, or any run of days, added up. Every number is the sum over the days. */
export interface MonthSummary {
  /** Days with a shift. */
  readonly scheduledDays: number;
  /** Scheduled days with at least one card, or covered by an outing or trip. */
  readonly attendedDays: number;
  readonly lateCount: number;
  readonly lateMinutes: number;
  readonly earlyCount: number;
  readonly earlyMinutes: number;
  readonly missingCount: number;
  readonly absentCount: number;
  readonly absentMinutes: number;
  readonly workedMinutes: number;
  readonly requiredMinutes: number;
  readonly overtimeMinutes: OvertimeByKind;
  /** Leave type → work minutes. */
  readonly leaveMinutes: Readonly<Record<string, number>>;
  readonly outingMinutes: number;
  readonly tripMinutes: number;
}

const UNSCHEDULED: ReadonlySet<DayStatus> = new Set([
  'rest',
  'holiday',
  'unscheduled',
  'no-rule',
  'excluded',
  'not-employed',
]);

/** Adds days up: a month is the sum of its days, so two halves add up to the whole. */
export function summariseMonth(days: readonly Verdict[]): MonthSummary {
  const overtimeMinutes: Record<DayKind, number> = { workday: 0, restday: 0, holiday: 0 };
  const leaveMinutes: Record<string, number> = {};
  const sum = {
    scheduledDays: 0,
    attendedDays: 0,
    lateCount: 0,
    lateMinutes: 0,
    earlyCount: 0,
    earlyMinutes: 0,
    missingCount: 0,
    absentCount: 0,
    absentMinutes: 0,
    workedMinutes: 0,
    requiredMinutes: 0,
    outingMinutes: 0,
    tripMinutes: 0,
  };
  for (const day of days) {
    if (!UNSCHEDULED.has(day.status)) {
      sum.scheduledDays += 1;
      const present = day.cards.some((card) => card !== null);
      if (present || day.covers.some(({ kind }) => kind !== 'leave')) sum.attendedDays += 1;
    }
    sum.lateCount += day.lateCount;
    sum.lateMinutes += day.lateMinutes;
    sum.earlyCount += day.earlyCount;
    sum.earlyMinutes += day.earlyMinutes;
    sum.missingCount += day.missing.length;
    sum.absentCount += day.absentCount;
    sum.absentMinutes += day.absentMinutes;
    sum.workedMinutes += day.workedMinutes;
    sum.requiredMinutes += day.requiredMinutes;
    for (const part of day.overtime) overtimeMinutes[part.kind] += part.minutes;
    for (const { kind, type, minutes } of day.covers) {
      if (kind === 'leave') leaveMinutes[type] = (leaveMinutes[type] ?? 0) + minutes;
      else if (kind === 'outing') sum.outingMinutes += minutes;
      else sum.tripMinutes += minutes;
    }
  }
  return { ...sum, overtimeMinutes, leaveMinutes };
}
