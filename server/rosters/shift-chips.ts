import type { RuleBook } from '@domain/schedule/rule-book';
import { nominalSegments, type Shift } from '@domain/schedule/shift';
import type { LocalDate } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';
import type { OutputOf } from '@contract/contract';

type Chip = OutputOf<'roster.desk'>['shifts'][number];

const HUES = 8;

/** The shifts as they are on a day, each with the fewest letters of its name that no other one begins with. */
export function shiftChips(book: RuleBook, ids: readonly string[], date: LocalDate): readonly Chip[] {
  const shifts = ids.flatMap((id) => book.shiftOn(id, date) ?? []);
  return shifts.map((shift, i) => ({
    id: shift.id,
    name: shift.name,
    short: shortOf(
      shift.name,
      shifts.filter((other) => other !== shift).map(({ name }) => name),
    ),
    timeText: timesOf(shift),
    hue: i % HUES,
  }));
}

function shortOf(name: string, others: readonly string[]): string {
  const letters = [...name];
  for (let length = 1; length <= 2; length += 1) {
    const short = letters.slice(0, length).join('');
    if (!others.some((other) => other.startsWith(short))) return short;
  }
  return letters.slice(0, 2).join('');
}

/** '09:00–18:00', '22:00–次日06:00' */
export const timesOf = (shift: Shift): string =>
  nominalSegments(shift)
    .map(({ in: begin, out }) => `${clockText(begin)}–${clockText(out)}`)
    .join('、');
