import type { RosterMark } from '@domain/schedule/roster-cells';
import type { DaySpan } from '@domain/schedule/roster-copy';
import type { LocalDate } from '@domain/time/local-date';
import { useState } from 'react';
import { dayWithWeekday } from '@/wording/times';
import { type RosterBoard, type WishedCell } from './roster-board';
import {
  BLOCKED_WORDS,
  type Brush,
  clearSpan,
  copyTo,
  cycleFor,
  dragCells,
  type Grid,
  letterOf,
  openOf,
  repeatWeek,
  weekNow,
  weeksOf,
} from './roster-plans';
import type { RowWish } from './row-sheet';

/** What is open over the grid. */
export type Over =
  | { readonly kind: 'cell'; readonly employmentId: string; readonly date: string }
  | { readonly kind: 'row' | 'cycle' | 'history'; readonly employmentId: string }
  | { readonly kind: 'past' };

/** One person's days in the hand, to be laid on others. */
export interface Copying {
  readonly employmentId: string;
  readonly span: DaySpan;
  readonly what: '这一周' | '整月';
}

/** A finger over a row: from one of the columns shown to another, and which drag it is. */
export interface Dragged {
  readonly from: number;
  readonly to: number;
  readonly drag: number;
}

/** The grid with a brush in the hand: what taps, drags and a row's menu do. */
export function usePainting(grid: Grid, board: RosterBoard) {
  const { desk } = grid;
  const [brush, setBrush] = useState<Brush>(undefined);
  const [week, setWeek] = useState(() => weekNow(desk));
  const [over, setOver] = useState<Over | null>(null);
  const [copying, setCopying] = useState<Copying | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const weeks = weeksOf(desk);
  const dates = desk.days.map(({ date }) => date as LocalDate);
  const weekDates = (weeks[week] ?? []).map(({ date }) => date as LocalDate);
  const spanOf = (days: readonly LocalDate[]): DaySpan => ({
    from: days[0] as LocalDate,
    to: days.at(-1) as LocalDate,
  });

  /** Paints what may be painted, and says what was left out. */
  const paint = (wished: readonly WishedCell[], drag: number | null = null): void => {
    const open = openOf(grid, wished);
    board.paint(open, drag);
    const left = wished.filter((cell) => !open.includes(cell));
    setSaid(left[0] === undefined ? null : leftOut(left[0], left.length));
  };
  const leftOut = ({ employmentId, date }: WishedCell, count: number): string => {
    const row = desk.people.find((one) => one.employmentId === employmentId);
    const why = BLOCKED_WORDS[row === undefined ? 'n' : letterOf(desk, row, date)] ?? '';
    return `${count === 1 ? dayWithWeekday(date) : `${count} 格没有排`}：${why}`;
  };
  const doWish = (employmentId: string, wish: RowWish): void => {
    setOver(null);
    switch (wish) {
      case 'copy-week':
        return setCopying({ employmentId, span: spanOf(weekDates), what: '这一周' });
      case 'copy-month':
        return setCopying({ employmentId, span: spanOf(dates), what: '整月' });
      case 'repeat-week':
        return paint(repeatWeek(grid, employmentId, spanOf(weekDates)));
      case 'clear-week':
        return paint(clearSpan(employmentId, weekDates));
      case 'clear-month':
        return paint(clearSpan(employmentId, dates));
      case 'cycle':
      case 'history':
        return setOver({ kind: wish, employmentId });
    }
  };

  return {
    brush,
    setBrush,
    weeks,
    week,
    setWeek,
    over,
    setOver,
    copying,
    putCopyAway: () => setCopying(null),
    said,
    hush: () => setSaid(null),
    doWish,
    tapCell(employmentId: string, date: string): void {
      if (!desk.mayEdit) return;
      if (brush === undefined) setOver({ kind: 'cell', employmentId, date });
      else paint([{ employmentId, date, to: brush }]);
    },
    setCell(employmentId: string, date: string, to: RosterMark): void {
      setOver(null);
      paint([{ employmentId, date, to }]);
    },
    drag(employmentId: string, columns: readonly string[], { from, to, drag }: Dragged): void {
      if (desk.mayEdit && brush !== undefined) paint(dragCells(employmentId, columns, from, to, brush), drag);
    },
    /** The head of a day, with a brush in the hand: everybody on the page. */
    tapDay(date: string): void {
      if (!desk.mayEdit) return;
      if (brush === undefined) setSaid('先选一个班次，再点日期，可以给这一页的人一起排');
      else paint(desk.people.map(({ employmentId }) => ({ employmentId, date, to: brush })));
    },
    tapPerson(employmentId: string): void {
      if (copying === null) setOver({ kind: 'row', employmentId });
      else paint(copyTo(grid, copying.employmentId, employmentId, copying.span));
    },
    layCycle(employmentId: string, cycle: readonly RosterMark[], from: string): void {
      setOver(null);
      paint(cycleFor(grid, employmentId, cycle, { from: from as LocalDate, to: spanOf(dates).to }));
    },
  };
}
