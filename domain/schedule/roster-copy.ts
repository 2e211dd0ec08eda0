import { addDays, daysBetween } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import type { CellChange, PlannedDays, RosterMark } from './roster-cells';
import { markOn } from './roster-cells';

/** Days from `from` to `to`, both included. */
export interface DaySpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const daysIn = ({ from, to }: DaySpan): readonly LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));

/** The cells of `target` that become what `source` says, each day its own; cells that say so already are left out. */
export const copySpan = (source: PlannedDays, target: PlannedDays, span: DaySpan): readonly CellChange[] =>
  changed(
    target,
    daysIn(span).map((date) => ({ date, to: markOn(source, date) })),
  );

/** The days of `span` say what the days before it said, `shift` days earlier: 上周抄到本周. */
export const repeatEarlier = (planned: PlannedDays, span: DaySpan, shift: number): readonly CellChange[] =>
  changed(
    planned,
    daysIn(span).map((date) => ({ date, to: markOn(planned, addDays(date, -shift)) })),
  );

/** A cycle (做二休二: 早, 早, 休, 休) laid on the days of a span, its first mark on the first day. */
export const layCycle = (
  cycle: readonly RosterMark[],
  planned: PlannedDays,
  span: DaySpan,
): readonly CellChange[] =>
  cycle.length === 0
    ? []
    : changed(
        planned,
        daysIn(span).map((date, i) => ({ date, to: cycle[i % cycle.length] as RosterMark })),
      );

const changed = (
  planned: PlannedDays,
  wished: readonly { readonly date: LocalDate; readonly to: RosterMark }[],
): readonly CellChange[] =>
  wished
    .map(({ date, to }) => ({ date, from: markOn(planned, date), to }))
    .filter(({ from, to }) => from !== to);
