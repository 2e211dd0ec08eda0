import type { DayKind } from '../time/workday-calendar';
import type { DayStatus, Verdict } from './verdict';

/** The plain sums of a month; each is the sum over its days. */
const COUNTED = {
  lateCount: (day: Verdict) => day.lateCount,
  lateMinutes: (day: Verdict) => day.lateMinutes,
  earlyCount: (day: Verdict) => day.earlyCount,
  earlyMinutes: (day: Verdict) => day.earlyMinutes,
  missingCount: (day: Verdict) => day.missing.length,
  absentCount: (day: Verdict) => day.absentCount,
  absentMinutes: (day: Verdict) => day.absentMinutes,
  workedMinutes: (day: Verdict) => day.workedMinutes,
  requiredMinutes: (day: Verdict) => day.requiredMinutes,
  /** Days with a shift. */
  scheduledDays: (day: Verdict) => (isScheduled(day) ? 1 : 0),
  /** Scheduled days with at least one card, or with an outing or trip. */
  attendedDays: (day: Verdict) => (isScheduled(day) && isAttended(day) ? 1 : 0),
  outingMinutes: (day: Verdict) => coverMinutes(day, 'outing'),
  tripMinutes: (day: Verdict) => coverMinutes(day, 'trip'),
  nightMinutes: (day: Verdict) => day.night.reduce((sum, { minutes }) => sum + minutes, 0),
} as const;

type Counted = keyof typeof COUNTED;

/** A month, or any run of days, added up. */
export interface MonthSummary extends Readonly<Record<Counted, number>> {
  /** Kind of day → minutes of overtime. */
  readonly overtimeMinutes: Readonly<Record<DayKind, number>>;
  /** Leave type → work minutes. */
  readonly leaveMinutes: Readonly<Record<string, number>>;
}

const COUNTED_FIELDS = Object.keys(COUNTED) as Counted[];

const IDLE: ReadonlySet<DayStatus> = new Set([
  'rest',
  'holiday',
  'unscheduled',
  'no-rule',
  'excluded',
  'not-employed',
]);

const isScheduled = ({ status }: Verdict): boolean => !IDLE.has(status);

const isAttended = ({ cards, covers }: Verdict): boolean =>
  cards.some((card) => card !== null) || covers.some(({ kind }) => kind !== 'leave');

const coverMinutes = ({ covers }: Verdict, wanted: string): number =>
  covers.reduce((sum, { kind, minutes }) => (kind === wanted ? sum + minutes : sum), 0);

const none = (): Record<Counted, number> =>
  Object.fromEntries(COUNTED_FIELDS.map((field) => [field, 0])) as Record<Counted, number>;

/** Adds days up: a month is the sum of its days, so two halves add up to the whole. */
export function summariseMonth(days: readonly Verdict[]): MonthSummary {
  const sum = none();
  const overtimeMinutes: Record<DayKind, number> = { workday: 0, restday: 0, holiday: 0 };
  const leaveMinutes: Record<string, number> = {};
  for (const day of days) {
    for (const field of COUNTED_FIELDS) sum[field] += COUNTED[field](day);
    for (const { kind, minutes } of day.overtime) overtimeMinutes[kind] += minutes;
    for (const { kind, type, minutes } of day.covers)
      if (kind === 'leave') leaveMinutes[type] = (leaveMinutes[type] ?? 0) + minutes;
  }
  return { ...sum, overtimeMinutes, leaveMinutes };
}

/** The sum of two summaries. */
export function addSummaries(one: MonthSummary, other: MonthSummary): MonthSummary {
  const sum = none();
  for (const field of COUNTED_FIELDS) sum[field] = one[field] + other[field];
  return {
    ...sum,
    overtimeMinutes: addMinutes(one.overtimeMinutes, other.overtimeMinutes) as Record<DayKind, number>,
    leaveMinutes: addMinutes(one.leaveMinutes, other.leaveMinutes),
  };
}

function addMinutes(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...one };
  for (const [key, minutes] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + minutes;
  return sum;
}
