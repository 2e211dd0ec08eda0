import type { CellChange } from '@domain/schedule/roster-cells';
import { type LocalDate, parseLocalDate } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import type { RosterScope } from './roster-scope';

export type WishedCell = InputOf<'roster.save'>['changes'][number];

/** Cells by person, and those that are not the caller's to change. */
export interface SortedChanges {
  readonly mine: ReadonlyMap<Employment, readonly CellChange[]>;
  readonly notMine: readonly WishedCell[];
}

/** Deny by default: unknown people, other branches' and other heads' days are told alike. One read. */
export async function sortChanges(
  { database }: Ports,
  scope: RosterScope,
  wished: readonly WishedCell[],
): Promise<SortedChanges> {
  const staff = await employments.ofIds(database, [...new Set(wished.map((one) => one.employmentId))]);
  const known = new Map(staff.map((one) => [one._id, one]));
  const mine = new Map<Employment, Map<LocalDate, CellChange>>();
  const notMine: WishedCell[] = [];
  for (const cell of wished) {
    const employment = known.get(cell.employmentId);
    const date = parseLocalDate(cell.date);
    if (employment === undefined || date === null || !scope.plans(employment, date)) notMine.push(cell);
    else {
      const cells = mine.get(employment) ?? new Map<LocalDate, CellChange>();
      // Painted over before it was sent: what was seen first, and what was wanted last.
      cells.set(date, { date, from: (cells.get(date) ?? cell).from, to: cell.to });
      mine.set(employment, cells);
    }
  }
  return {
    mine: new Map([...mine].map(([employment, cells]) => [employment, [...cells.values()]])),
    notMine,
  };
}
