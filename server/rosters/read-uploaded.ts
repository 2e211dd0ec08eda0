import type { CellChange } from '@domain/schedule/roster-cells';
import { changeCells, markOn } from '@domain/schedule/roster-cells';
import { readRosterTable, type RowProblem } from '@domain/schedule/roster-table';
import type { Table } from '@domain/spreadsheets/table';
import { sheetsByMonth } from '../attendance/judged-days';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { rosters } from '../repositories/rosters';
import { sheets } from '../repositories/sheets';
import { surroundingsOf } from './change-roster';
import type { MonthOfRule } from './month-of-rule';
import type { RosterScope } from './roster-scope';
import { type WireWhy, wireWhy } from './wire-cell';

/** Sheets of so many people are one read. */
const PEOPLE_A_READ = 500;

/** One person's line of the table, laid on what stands. */
export interface PlannedLine {
  readonly row: number;
  readonly employment: Employment;
  /** Cells that can be changed so, and say something else now. */
  readonly changes: readonly CellChange[];
  readonly refused: readonly { readonly date: string; readonly why: WireWhy }[];
}

/** What an uploaded table would change; nothing is written. Days gone by are changed on the page only, after its preview. */
export async function readUploaded(
  ports: Ports,
  org: Organisation,
  scope: RosterScope,
  { days, shifts }: MonthOfRule,
  table: Table,
): Promise<{ readonly lines: readonly PlannedLine[]; readonly problems: readonly RowProblem[] }> {
  const numbers = [...new Set(table.rows.map(({ cells }) => cells[0] ?? ''))].filter((one) => one !== '');
  const staff = new Map<string, Employment>();
  for (let at = 0; at < numbers.length; at += PEOPLE_A_READ)
    for (const one of await employments.ofIds(ports.database, numbers.slice(at, at + PEOPLE_A_READ)))
      if (days.some((date) => scope.plans(one, date))) staff.set(one._id, one);
  const read = readRosterTable(table, days, shifts, (number) => staff.get(number)?.name ?? null);
  const lines: PlannedLine[] = [];
  for (let at = 0; at < read.lines.length; at += PEOPLE_A_READ) {
    const some = read.lines.slice(at, at + PEOPLE_A_READ);
    lines.push(...(await laid(ports, org, scope, (days[0] ?? '').slice(0, 7), some, staff)));
  }
  return { lines, problems: read.problems };
}

async function laid(
  ports: Ports,
  org: Organisation,
  scope: RosterScope,
  month: string,
  lines: ReturnType<typeof readRosterTable>['lines'],
  staff: ReadonlyMap<string, Employment>,
): Promise<readonly PlannedLine[]> {
  const ids = lines.map(({ number }) => number);
  const [planned, found] = await Promise.all([
    rosters.ofPeople(ports.database, ids, month),
    sheets.ofPeople(ports.database, ids, [month]),
  ]);
  return lines.map(({ row, number, marks }) => {
    const employment = staff.get(number) as Employment;
    const own = sheetsByMonth(found.filter((sheet) => sheet.employmentId === number));
    const roster = planned.find((one) => one.employmentId === number) ?? null;
    const around = surroundingsOf(ports, org, employment, own, [roster]);
    const wished = marks
      .map(({ date, to }) => ({ date, from: markOn(around.roster.planned, date), to }))
      .filter(({ from, to }) => from !== to);
    const ready = wished.filter(({ date }) => date > around.today && scope.plans(employment, date));
    const { outcomes } = changeCells(around, ready);
    return {
      row,
      employment,
      changes: outcomes.flatMap(({ kind, change }) => (kind === 'kept' ? [change] : [])),
      refused: [
        ...wished
          .filter((change) => !ready.includes(change))
          .map(({ date }) => ({
            date,
            why: (date > around.today ? { code: 'not-yours' } : { code: 'past-unseen' }) as WireWhy,
          })),
        ...outcomes.flatMap((outcome) =>
          outcome.kind === 'refused'
            ? [{ date: outcome.change.date, why: wireWhy(org, outcome.refusal) }]
            : [],
        ),
      ],
    };
  });
}
