import { addSummaries, type MonthSummary, summariseMonth } from '@domain/attendance/summarise-month';
import type { LocalDate } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import type { JudgedDay } from '../attendance/judged-days';
import { durationText } from '../wall-text';

export type Cell = OutputOf<'report.month'>['totals'][number];
type Column = Cell['column'];

interface ColumnOf {
  readonly title: string;
  readonly tone: Cell['tone'];
  text(sum: MonthSummary): string;
  /** Above 0 the number has something behind it: for a single day, whether the day counts in it. */
  size(sum: MonthSummary): number;
}

const total = (minutes: Readonly<Record<string, number>>): number =>
  Object.values(minutes).reduce((sum, one) => sum + one, 0);

const counted = (count: number, minutes: number): string =>
  count === 0 ? '0' : `${count} 次 ${durationText(minutes)}`;

const lasting = (minutes: number): string => (minutes === 0 ? '0' : durationText(minutes));

const COLUMNS: Readonly<Record<Column, ColumnOf>> = {
  attended: {
    title: '出勤',
    tone: 'ok',
    text: ({ attendedDays, scheduledDays }) => `${attendedDays} / ${scheduledDays} 天`,
    size: ({ scheduledDays }) => scheduledDays,
  },
  late: {
    title: '迟到',
    tone: 'late',
    text: ({ lateCount, lateMinutes }) => counted(lateCount, lateMinutes),
    size: ({ lateCount }) => lateCount,
  },
  early: {
    title: '早退',
    tone: 'early',
    text: ({ earlyCount, earlyMinutes }) => counted(earlyCount, earlyMinutes),
    size: ({ earlyCount }) => earlyCount,
  },
  missing: {
    title: '少卡',
    tone: 'missing',
    text: ({ missingCount }) => (missingCount === 0 ? '0' : `${missingCount} 次`),
    size: ({ missingCount }) => missingCount,
  },
  absent: {
    title: '旷工',
    tone: 'absent',
    text: ({ absentCount, absentMinutes }) => counted(absentCount, absentMinutes),
    size: ({ absentCount }) => absentCount,
  },
  leave: {
    title: '请假',
    tone: 'leave',
    text: ({ leaveMinutes }) => lasting(total(leaveMinutes)),
    size: ({ leaveMinutes }) => total(leaveMinutes),
  },
  outing: {
    title: '公出',
    tone: 'leave',
    text: ({ outingMinutes }) => lasting(outingMinutes),
    size: ({ outingMinutes }) => outingMinutes,
  },
  trip: {
    title: '出差',
    tone: 'leave',
    text: ({ tripMinutes }) => lasting(tripMinutes),
    size: ({ tripMinutes }) => tripMinutes,
  },
  overtime: {
    title: '加班',
    tone: 'info',
    text: ({ overtimeMinutes }) => lasting(total(overtimeMinutes)),
    size: ({ overtimeMinutes }) => total(overtimeMinutes),
  },
  worked: {
    title: '工作',
    tone: 'ok',
    text: ({ workedMinutes }) => lasting(workedMinutes),
    size: ({ workedMinutes }) => workedMinutes,
  },
};

const KEYS = Object.keys(COLUMNS) as Column[];

export const columns = KEYS.map((column) => ({ column, title: COLUMNS[column].title }));

export const titleOf = (column: Column): string => COLUMNS[column].title;

export const cellsOf = (sum: MonthSummary): Cell[] =>
  KEYS.map((column) => {
    const { tone, text, size } = COLUMNS[column];
    return { column, text: text(sum), tone: size(sum) === 0 ? 'none' : tone };
  });

/** What is over: days to come, and those of which a part is still to come, count in nothing yet. */
export const isOver = ({ date, verdict }: JudgedDay, today: LocalDate): boolean =>
  date <= today && !verdict.provisional;

export const sumOf = (days: readonly JudgedDay[], today: LocalDate): MonthSummary =>
  summariseMonth(days.filter((day) => isOver(day, today)).map(({ verdict }) => verdict));

/** The numbers that a day has a part in. */
export function countsIn(day: JudgedDay, today: LocalDate): Column[] {
  if (!isOver(day, today)) return [];
  const own = summariseMonth([day.verdict]);
  return KEYS.filter((column) => COLUMNS[column].size(own) > 0);
}

export const sumOfAll = (sums: readonly MonthSummary[]): MonthSummary =>
  sums.reduce(addSummaries, summariseMonth([]));
