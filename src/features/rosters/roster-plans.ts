import type { RosterDesk } from '@contract/contract';
import type { PlannedDays, RosterMark } from '@domain/schedule/roster-cells';
import { UNPLANNED } from '@domain/schedule/roster-cells';
import type { DaySpan } from '@domain/schedule/roster-copy';
import { copySpan, layCycle, repeatEarlier } from '@domain/schedule/roster-copy';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { keyOf, type WishedCell } from './roster-board';

type Row = RosterDesk['people'][number];

/** What somebody taps with; undefined: no brush in the hand. */
export type Brush = RosterMark | undefined;

/** Why a cell takes no paint, in the server's letters. */
export const BLOCKED_WORDS: Readonly<Record<string, string>> = {
  p: '今天和以前的日子不能再排；要改，请先在规则里打开“修改排班历史班次”',
  l: '这个月的考勤已锁定，排班不能再改',
  v: '这天不在这个人的适用有效期内，不能排班',
  n: '这天这个人不归这条规则排班',
};

/** The grid as the page holds it: rows, days, and what each cell says just now. */
export interface Grid {
  readonly desk: RosterDesk;
  markOf(employmentId: string, date: string): RosterMark;
}

export const isOpen = ({ desk }: Grid, row: Row, date: string): boolean => letterOf(desk, row, date) === 'o';

export const letterOf = (desk: RosterDesk, row: Row, date: string): string =>
  row.open[desk.days.findIndex((day) => day.date === date)] ?? 'n';

/** Cells that may be painted of those wished. */
export const openOf = (grid: Grid, wished: readonly WishedCell[]): readonly WishedCell[] => {
  const rows = new Map(grid.desk.people.map((row) => [row.employmentId, row]));
  return wished.filter(({ employmentId, date }) => {
    const row = rows.get(employmentId);
    return row !== undefined && isOpen(grid, row, date);
  });
};

export const plannedOf = (grid: Grid, employmentId: string): PlannedDays => {
  const planned = new Map<LocalDate, string | null>();
  for (const { date } of grid.desk.days) {
    const mark = grid.markOf(employmentId, date);
    if (mark !== UNPLANNED) planned.set(date as LocalDate, mark);
  }
  return planned;
};

const asWished = (
  employmentId: string,
  changes: readonly { readonly date: LocalDate; readonly to: RosterMark }[],
): readonly WishedCell[] => changes.map(({ date, to }) => ({ employmentId, date, to }));

/** 把一个人的一周或一月抄给另一个人. */
export const copyTo = (grid: Grid, from: string, to: string, span: DaySpan): readonly WishedCell[] =>
  asWished(to, copySpan(plannedOf(grid, from), plannedOf(grid, to), span));

/** 上周抄到这周; days whose day before lies in another month, which is not on the page, stay as they are. */
export const repeatWeek = (
  grid: Grid,
  employmentId: string,
  { from, to }: DaySpan,
): readonly WishedCell[] => {
  const first = addDays(grid.desk.days[0]?.date as LocalDate, 7);
  const span = { from: from < first ? first : from, to };
  return asWished(employmentId, repeatEarlier(plannedOf(grid, employmentId), span, 7));
};

export const cycleFor = (
  grid: Grid,
  employmentId: string,
  cycle: readonly RosterMark[],
  span: DaySpan,
): readonly WishedCell[] => asWished(employmentId, layCycle(cycle, plannedOf(grid, employmentId), span));

export const clearSpan = (employmentId: string, dates: readonly string[]): readonly WishedCell[] =>
  dates.map((date) => ({ employmentId, date, to: UNPLANNED }));

/** The days of a month in weeks from Monday on; the first and the last may be short. */
export function weeksOf({ days }: RosterDesk): readonly RosterDesk['days'][] {
  const weeks: RosterDesk['days'][] = [];
  for (const day of days) {
    if (weeks.length === 0 || day.weekday === '一') weeks.push([]);
    weeks.at(-1)?.push(day);
  }
  return weeks;
}

/** The week of today, or the first. */
export const weekNow = (desk: RosterDesk): number =>
  Math.max(
    0,
    weeksOf(desk).findIndex((week) => week.some(({ date }) => date === desk.today)),
  );

/** Every cell between the column where a finger came down and the one where it is. */
export function dragCells(
  employmentId: string,
  dates: readonly string[],
  from: number,
  to: number,
  mark: RosterMark,
): readonly WishedCell[] {
  const [first, last] = [Math.max(0, Math.min(from, to)), Math.min(dates.length - 1, Math.max(from, to))];
  return dates.slice(first, last + 1).map((date) => ({ employmentId, date, to: mark }));
}

export const cellKey = (employmentId: string, date: string): string => keyOf({ employmentId, date });
