import { EMPTY_ROSTER, type PersonRoster } from '@domain/schedule/plan-day';
import type { LocalDate } from '@domain/time/local-date';
import type { Sheet } from '../repositories/sheets';

type Carrying = Pick<Sheet, 'month' | 'roster' | 'chosenShifts'>;

/** One person's roster and choices as these sheets carry them; a day's own month has the last word. */
export function rosterOnSheets(sheets: Iterable<Carrying>): PersonRoster {
  let planned: Map<LocalDate, string | null> | null = null;
  let chosen: Map<LocalDate, string> | null = null;
  for (const { month, roster, chosenShifts } of sheets) {
    for (const date in chosenShifts)
      (chosen ??= new Map()).set(date as LocalDate, chosenShifts[date] as string);
    for (const date in roster) {
      planned ??= new Map();
      if (date.startsWith(month) || !planned.has(date as LocalDate))
        planned.set(date as LocalDate, roster[date] as string | null);
    }
  }
  return planned === null && chosen === null
    ? EMPTY_ROSTER
    : { planned: planned ?? EMPTY_ROSTER.planned, chosen: chosen ?? EMPTY_ROSTER.chosen };
}
