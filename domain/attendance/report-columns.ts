import { durationText } from '../time/duration-text';
import type { MonthSummary } from './summarise-month';

/** What a number of a report counts, in the order in which columns are offered. */
export const REPORT_COLUMNS = [
  'attended',
  'late',
  'early',
  'missing',
  'absent',
  'leave',
  'outing',
  'trip',
  'overtime',
  'worked',
  'required',
  'average',
  'overtimeWorkday',
  'overtimeRestday',
  'overtimeHoliday',
  'night',
] as const;

export type ReportColumn = (typeof REPORT_COLUMNS)[number];

/** Reports with columns of one's own; 出勤情况 has the days themselves. */
export const COLUMN_REPORTS = ['summary', 'hours', 'odd'] as const;

export type ColumnReport = (typeof COLUMN_REPORTS)[number];

export const DEFAULT_COLUMNS: Readonly<Record<ColumnReport, readonly ReportColumn[]>> = {
  summary: REPORT_COLUMNS.slice(0, 10),
  hours: ['required', 'worked', 'average', 'overtimeWorkday', 'overtimeRestday', 'overtimeHoliday', 'night'],
  odd: ['late', 'early', 'missing', 'absent'],
};

/** A day or person with one of these is 异常. */
export const ODD_COLUMNS = DEFAULT_COLUMNS.odd;

type CellTone = 'ok' | 'late' | 'early' | 'missing' | 'absent' | 'leave' | 'info' | 'none';

interface ColumnOf {
  readonly title: string;
  readonly tone: CellTone;
  text(sum: MonthSummary): string;
  /** Above 0 the number has something behind it: for a single day, whether the day counts in it. */
  size(sum: MonthSummary): number;
  /** As plain numbers, for a workbook that calculates. */
  readonly values: readonly { readonly title: string; value(sum: MonthSummary): number }[];
}

export const sumOfMinutes = (minutes: Readonly<Record<string, number>>): number =>
  Object.values(minutes).reduce((sum, one) => sum + one, 0);

const lasting = (minutes: number): string => (minutes === 0 ? '0' : durationText(minutes));

/** '2 次 14 分钟' */
const counted = (
  title: string,
  tone: CellTone,
  count: (sum: MonthSummary) => number,
  minutes: (sum: MonthSummary) => number,
): ColumnOf => ({
  title,
  tone,
  text: (sum) => (count(sum) === 0 ? '0' : `${count(sum)} 次 ${durationText(minutes(sum))}`),
  size: count,
  values: [
    { title: `${title}次数`, value: count },
    { title: `${title}分钟`, value: minutes },
  ],
});

/** '8 小时' */
const timed = (title: string, tone: CellTone, minutes: (sum: MonthSummary) => number): ColumnOf => ({
  title,
  tone,
  text: (sum) => lasting(minutes(sum)),
  size: minutes,
  values: [{ title: `${title}分钟`, value: minutes }],
});

const COLUMNS: Readonly<Record<ReportColumn, ColumnOf>> = {
  attended: {
    title: '出勤',
    tone: 'ok',
    text: ({ attendedDays, scheduledDays }) => `${attendedDays} / ${scheduledDays} 天`,
    size: ({ scheduledDays }) => scheduledDays,
    values: [
      { title: '应出勤天数', value: ({ scheduledDays }) => scheduledDays },
      { title: '出勤天数', value: ({ attendedDays }) => attendedDays },
    ],
  },
  late: counted(
    '迟到',
    'late',
    ({ lateCount }) => lateCount,
    ({ lateMinutes }) => lateMinutes,
  ),
  early: counted(
    '早退',
    'early',
    ({ earlyCount }) => earlyCount,
    ({ earlyMinutes }) => earlyMinutes,
  ),
  missing: {
    title: '少卡',
    tone: 'missing',
    text: ({ missingCount }) => (missingCount === 0 ? '0' : `${missingCount} 次`),
    size: ({ missingCount }) => missingCount,
    values: [{ title: '少卡次数', value: ({ missingCount }) => missingCount }],
  },
  absent: counted(
    '旷工',
    'absent',
    ({ absentCount }) => absentCount,
    ({ absentMinutes }) => absentMinutes,
  ),
  leave: timed('请假', 'leave', ({ leaveMinutes }) => sumOfMinutes(leaveMinutes)),
  outing: timed('公出', 'leave', ({ outingMinutes }) => outingMinutes),
  trip: timed('出差', 'leave', ({ tripMinutes }) => tripMinutes),
  overtime: timed('加班', 'info', ({ overtimeMinutes }) => sumOfMinutes(overtimeMinutes)),
  worked: timed('工作', 'ok', ({ workedMinutes }) => workedMinutes),
  required: timed('应工作', 'ok', ({ requiredMinutes }) => requiredMinutes),
  average: timed('日均工作', 'ok', ({ workedMinutes, attendedDays }) =>
    attendedDays === 0 ? 0 : Math.round(workedMinutes / attendedDays),
  ),
  overtimeWorkday: timed('工作日加班', 'info', ({ overtimeMinutes }) => overtimeMinutes.workday),
  overtimeRestday: timed('休息日加班', 'info', ({ overtimeMinutes }) => overtimeMinutes.restday),
  overtimeHoliday: timed('节假日加班', 'info', ({ overtimeMinutes }) => overtimeMinutes.holiday),
  night: timed('夜间工作', 'info', ({ nightMinutes }) => nightMinutes),
};

export const columnTitle = (column: ReportColumn): string => COLUMNS[column].title;

/** Whether the number has something behind it. */
export const hasSome = (column: ReportColumn, sum: MonthSummary): boolean => COLUMNS[column].size(sum) > 0;

export const isOdd = (sum: MonthSummary): boolean => ODD_COLUMNS.some((column) => hasSome(column, sum));

export interface ReportCell {
  readonly column: ReportColumn;
  readonly text: string;
  readonly tone: CellTone;
}

export const cellOf = (column: ReportColumn, sum: MonthSummary): ReportCell => {
  const { tone, text } = COLUMNS[column];
  return { column, text: text(sum), tone: hasSome(column, sum) ? tone : 'none' };
};

export const valuesOf = (column: ReportColumn): ColumnOf['values'] => COLUMNS[column].values;

/** What somebody chose, as far as it still exists; the default where nothing is left. */
export function layoutOf(
  report: ColumnReport,
  chosen: readonly string[] | undefined,
): readonly ReportColumn[] {
  const known = (chosen ?? []).filter((one): one is ReportColumn =>
    (REPORT_COLUMNS as readonly string[]).includes(one),
  );
  return known.length === 0 ? DEFAULT_COLUMNS[report] : [...new Set(known)];
}
