import type { LocalDate } from '../time/local-date';
import type { RosterEdit, RosterRefusal, RosterSurroundings } from './roster-edit';
import { refuseRosterEdit } from './roster-edit';

/** What a cell says: a shift's id, null for a planned rest day, '' for nothing planned. */
export type RosterMark = string | null;

/** Cells that one call changes at most; a month of 30 people is 930. */
export const MOST_CELLS_A_CALL = 400;

export const UNPLANNED: RosterMark = '';

/** The planned days of one person; days without an entry are not planned. */
export type PlannedDays = ReadonlyMap<LocalDate, string | null>;

/** One cell that somebody changes, with what he saw in it. */
export interface CellChange {
  readonly date: LocalDate;
  readonly from: RosterMark;
  readonly to: RosterMark;
}

/** `kept`: it says so now (`written`: it did not before). `taken`: somebody else changed it since it was seen. `refused`: it cannot be planned so. */
export type CellOutcome =
  | { readonly kind: 'kept'; readonly change: CellChange; readonly written: boolean }
  | { readonly kind: 'taken'; readonly change: CellChange; readonly now: RosterMark }
  | { readonly kind: 'refused'; readonly change: CellChange; readonly refusal: RosterRefusal };

export const markOn = (planned: PlannedDays, date: LocalDate): RosterMark =>
  planned.has(date) ? (planned.get(date) as string | null) : UNPLANNED;

export const editOf = (date: LocalDate, mark: RosterMark): RosterEdit => ({
  date,
  shiftId: mark === UNPLANNED ? undefined : mark,
});

/** The days once some cells say something else. */
export function withMarks(
  planned: PlannedDays,
  changes: readonly Pick<CellChange, 'date' | 'to'>[],
): PlannedDays {
  const days = new Map(planned);
  for (const { date, to } of changes)
    if (to === UNPLANNED) days.delete(date);
    else days.set(date, to);
  return days;
}

/**
 * Changes several cells of one person, each only if it still says what was seen, and only if the days as they then
 * stand may be planned so: a week that is moved as a whole is not refused for what it takes the place of. Of two cells
 * that overlap each other the later one is refused.
 */
export function changeCells(
  around: RosterSurroundings,
  changes: readonly CellChange[],
): { readonly planned: PlannedDays; readonly outcomes: readonly CellOutcome[] } {
  const before = around.roster.planned;
  const refusals = new Map<CellChange, RosterRefusal>();
  let standing = changes.filter(({ date, from, to }) => {
    const now = markOn(before, date);
    return now === from || now === to;
  });
  const refusalOf = (change: CellChange, planned: PlannedDays): RosterRefusal | null =>
    markOn(before, change.date) === change.to
      ? null
      : refuseRosterEdit(
          { ...around, roster: { ...around.roster, planned } },
          editOf(change.date, change.to),
        );
  const drop = (change: CellChange, refusal: RosterRefusal): void => {
    refusals.set(change, refusal);
    standing = standing.filter((one) => one !== change);
  };
  for (;;) {
    const planned = withMarks(before, standing);
    const refused = standing.flatMap((change) => {
      const refusal = refusalOf(change, planned);
      return refusal === null ? [] : [{ change, refusal }];
    });
    const certain = refused.filter(({ refusal }) => refusal.code !== 'roster.overlap');
    for (const { change, refusal } of certain) drop(change, refusal);
    if (certain.length > 0) continue;
    // Only overlaps are left: the latest goes first, what stood in its way may then fit.
    const latest = [...refused].sort((a, b) => (a.change.date < b.change.date ? 1 : -1))[0];
    if (latest === undefined) break;
    drop(latest.change, latest.refusal);
  }
  const kept = new Set(standing);
  return {
    planned: withMarks(before, standing),
    outcomes: changes.map((change): CellOutcome => {
      const now = markOn(before, change.date);
      if (kept.has(change)) return { kind: 'kept', change, written: now !== change.to };
      const refusal = refusals.get(change);
      return refusal === undefined ? { kind: 'taken', change, now } : { kind: 'refused', change, refusal };
    }),
  };
}
