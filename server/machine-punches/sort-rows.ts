import { type MachineRow, readMachineRows, type WrongRow } from '@domain/attendance/machine-rows';
import { isEmployedOn } from '@domain/people/person';
import type { Table } from '@domain/spreadsheets/table';
import { minuteOf } from '@domain/time/instant';
import { addDays } from '@domain/time/local-date';
import { type Caller, hasRole } from '../caller';
import { type Organisation, personOf } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';

const IDS_A_READ = 500;

/** Somebody's sound rows of a file, in the order of the file. */
export interface PersonRows {
  readonly employment: Employment;
  readonly rows: readonly MachineRow[];
}

export interface SortedRows {
  /** In the order of their numbers. */
  readonly people: readonly PersonRows[];
  /** In the order of the file. */
  readonly wrong: readonly WrongRow[];
}

/** Brings the rows to their people; HR of a branch finds the own branch's only, and others like nobody at all. */
export async function sortRows(
  ports: Ports,
  org: Organisation,
  caller: Caller,
  table: Table,
): Promise<SortedRows> {
  const { sound, wrong } = readMachineRows(table.rows, org.zone, minuteOf(ports.clock.now()));
  const known = await peopleOf(ports, caller, [...new Set(sound.map(({ number }) => number))]);
  const bad: WrongRow[] = [...wrong];
  const byPerson = new Map<string, MachineRow[]>();
  for (const one of sound) {
    const employment = known.get(one.number);
    const problem = employment === undefined ? '没有这个工号' : employedProblem(org, employment, one);
    if (problem !== null) bad.push({ row: one.row, text: `${one.number}：${problem}` });
    else byPerson.set(one.number, [...(byPerson.get(one.number) ?? []), one]);
  }
  const people = [...byPerson].flatMap(([number, rows]) => {
    const employment = known.get(number);
    return employment ? [{ employment, rows }] : [];
  });
  return {
    people: people.sort((a, b) => (a.employment._id < b.employment._id ? -1 : 1)),
    wrong: bad.sort((a, b) => a.row - b.row),
  };
}

/** The morning after a night shift belongs to the day before. */
function employedProblem(org: Organisation, employment: Employment, { minute }: MachineRow): string | null {
  const date = org.zone.dateAt(minute);
  const person = personOf(employment);
  const employed = isEmployedOn(person, date) || isEmployedOn(person, addDays(date, -1));
  return employed ? null : `${date} 不在任职期间`;
}

async function peopleOf(
  { database }: Ports,
  caller: Caller,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Employment>> {
  const found = new Map<string, Employment>();
  const everybody = hasRole(caller, ['hr']);
  for (let at = 0; at < numbers.length; at += IDS_A_READ)
    for (const one of await employments.ofIds(database, numbers.slice(at, at + IDS_A_READ)))
      if (everybody || one.branchId === caller.employment.branchId) found.set(one._id, one);
  return found;
}
