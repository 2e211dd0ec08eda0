import type { Table, TableColumn } from '../spreadsheets/table';
import type { LocalDate } from '../time/local-date';
import type { RosterMark } from './roster-cells';
import { UNPLANNED } from './roster-cells';

/** A month as a table: a person a line, a day a column; in it names of shifts, 休, 未排, or nothing to leave a day as it is. */
export const NUMBER_COLUMN = '工号';
export const NAME_COLUMN = '姓名';
const REST_WORDS = ['休', '休息'];
const UNPLANNED_WORDS = ['未排', '未排班', '清空'];

export const rosterColumns = (days: readonly LocalDate[]): readonly TableColumn[] => [
  { title: NUMBER_COLUMN, required: true },
  { title: NAME_COLUMN, required: true },
  ...days.map((date) => ({
    title: dayTitle(date),
    required: false,
    also: [`${dayTitle(date)}日`, date.slice(8), date],
  })),
];

/** '9' of '2026-03-09'. */
export const dayTitle = (date: LocalDate): string => String(Number(date.slice(8)));

export interface NamedShift {
  readonly id: string;
  readonly name: string;
  readonly short: string;
}

/** What a cell of the table says of a shift, as an export writes it. */
export const markWord = (mark: RosterMark, shifts: readonly NamedShift[]): string => {
  if (mark === null) return '休';
  return mark === UNPLANNED ? '' : (shifts.find(({ id }) => id === mark)?.name ?? '');
};

/** One line that somebody's days are read from. */
export interface RosterLine {
  readonly row: number;
  readonly number: string;
  readonly marks: readonly { readonly date: LocalDate; readonly to: RosterMark }[];
}

/** What is wrong with a line; the others stand. */
export type RowProblem =
  | { readonly row: number; readonly why: 'no-number' | 'twice' | 'unknown-person'; readonly text: string }
  | { readonly row: number; readonly why: 'name-differs'; readonly text: string }
  | { readonly row: number; readonly why: 'unknown-word'; readonly day: string; readonly text: string };

/**
 * Reads the lines of a table that stands in the order of `rosterColumns`. A line with a word that is no shift is left
 * out as a whole: half a month is worse than none.
 *
 * @param nameOf who has a number; null for nobody that the caller plans
 */
export function readRosterTable(
  { rows }: Table,
  days: readonly LocalDate[],
  shifts: readonly NamedShift[],
  nameOf: (number: string) => string | null,
): { readonly lines: readonly RosterLine[]; readonly problems: readonly RowProblem[] } {
  const lines: RosterLine[] = [];
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  for (const { row, cells } of rows) {
    const [number = '', name = '', ...words] = cells;
    const known = number === '' ? null : nameOf(number);
    const problem: RowProblem | null =
      number === ''
        ? { row, why: 'no-number', text: name }
        : seen.has(number)
          ? { row, why: 'twice', text: number }
          : known === null
            ? { row, why: 'unknown-person', text: number }
            : name !== '' && name !== known
              ? { row, why: 'name-differs', text: known }
              : wordProblem(row, words, days, shifts);
    seen.add(number);
    if (problem !== null) problems.push(problem);
    else
      lines.push({
        row,
        number,
        marks: days.flatMap((date, i) => {
          const to = markOfWord(words[i] ?? '', shifts);
          return to === undefined || to === UNKNOWN ? [] : [{ date, to }];
        }),
      });
  }
  return { lines, problems };
}

function wordProblem(
  row: number,
  words: readonly string[],
  days: readonly LocalDate[],
  shifts: readonly NamedShift[],
): RowProblem | null {
  const at = days.findIndex((_, i) => markOfWord(words[i] ?? '', shifts) === UNKNOWN);
  const date = days[at];
  return date === undefined ? null : { row, why: 'unknown-word', day: dayTitle(date), text: words[at] ?? '' };
}

/** No shift is called so. */
const UNKNOWN = Symbol('unknown');

/** undefined: the day stays as it is. */
function markOfWord(word: string, shifts: readonly NamedShift[]): RosterMark | undefined | typeof UNKNOWN {
  if (word === '') return undefined;
  if (REST_WORDS.includes(word)) return null;
  if (UNPLANNED_WORDS.includes(word)) return UNPLANNED;
  const shift = shifts.find(({ name }) => name === word) ?? shifts.find(({ short }) => short === word);
  return shift === undefined ? UNKNOWN : shift.id;
}
