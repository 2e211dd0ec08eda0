import { addSummaries, type MonthSummary, summariseMonth } from './summarise-month';

/** How the people of a report stood on one day: people by tone ('late', 'ok', 'leave' …), and what they worked. */
export interface DayCount {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly people: Readonly<Record<string, number>>;
  readonly workedMinutes: number;
}

/** The sums of some people of a report; those of all are the sum of all parts, in whatever parts they were read. */
export interface ReportSum {
  readonly people: number;
  readonly sum: MonthSummary;
  /** In order of date; days of which nothing is over are left out. */
  readonly days: readonly DayCount[];
}

export const NO_SUM: ReportSum = { people: 0, sum: summariseMonth([]), days: [] };

export const addReportSums = (one: ReportSum, other: ReportSum): ReportSum => ({
  people: one.people + other.people,
  sum: addSummaries(one.sum, other.sum),
  days: addDayCounts(one.days, other.days),
});

function addDayCounts(one: readonly DayCount[], other: readonly DayCount[]): readonly DayCount[] {
  const byDate = new Map(one.map((day) => [day.date, day]));
  for (const day of other) {
    const had = byDate.get(day.date);
    byDate.set(day.date, had === undefined ? day : addDays(had, day));
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function addDays(one: DayCount, other: DayCount): DayCount {
  const people: Record<string, number> = { ...one.people };
  for (const [tone, count] of Object.entries(other.people)) people[tone] = (people[tone] ?? 0) + count;
  return { date: one.date, people, workedMinutes: one.workedMinutes + other.workedMinutes };
}
