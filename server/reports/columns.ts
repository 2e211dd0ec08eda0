import {
  cellOf,
  columnTitle,
  hasSome,
  REPORT_COLUMNS,
  type ReportCell,
  type ReportColumn,
} from '@domain/attendance/report-columns';
import type { DayCount, ReportSum } from '@domain/attendance/report-sum';
import { addSummaries, type MonthSummary, summariseMonth } from '@domain/attendance/summarise-month';
import type { LocalDate } from '@domain/time/local-date';
import { toneOf } from '../attendance/day-words';
import type { JudgedDay } from '../attendance/judged-days';

export const columns = REPORT_COLUMNS.map((column) => ({ column, title: columnTitle(column) }));

export const cellsOf = (sum: MonthSummary): ReportCell[] =>
  REPORT_COLUMNS.map((column) => cellOf(column, sum));

/** What is over: days to come, and those of which a part is still to come, count in nothing yet. */
export const isOver = ({ date, verdict }: JudgedDay, today: LocalDate): boolean =>
  date <= today && !verdict.provisional;

export const sumOf = (days: readonly JudgedDay[], today: LocalDate): MonthSummary =>
  summariseMonth(days.filter((day) => isOver(day, today)).map(({ verdict }) => verdict));

/** The numbers that a day has a part in. */
export function countsIn(day: JudgedDay, today: LocalDate): ReportColumn[] {
  if (!isOver(day, today)) return [];
  const own = summariseMonth([day.verdict]);
  return REPORT_COLUMNS.filter((column) => hasSome(column, own));
}

export const sumOfAll = (sums: readonly MonthSummary[]): MonthSummary =>
  sums.reduce(addSummaries, summariseMonth([]));

/** The sums of these people, and how their days stood. */
export function reportSumOf(
  people: readonly { readonly days: readonly JudgedDay[] }[],
  today: LocalDate,
): ReportSum {
  const counts = new Map<string, { people: Record<string, number>; workedMinutes: number }>();
  for (const { days } of people)
    for (const day of days) {
      if (!isOver(day, today)) continue;
      const count = counts.get(day.date) ?? { people: {}, workedMinutes: 0 };
      const tone = toneOf(day.verdict);
      count.people[tone] = (count.people[tone] ?? 0) + 1;
      count.workedMinutes += day.verdict.workedMinutes;
      counts.set(day.date, count);
    }
  return {
    people: people.length,
    sum: sumOfAll(people.map(({ days }) => sumOf(days, today))),
    days: [...counts]
      .map(([date, count]): DayCount => ({ date, ...count }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}
