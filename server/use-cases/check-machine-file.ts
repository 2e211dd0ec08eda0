import { MACHINE_COLUMNS } from '@domain/attendance/machine-rows';
import { ok } from '@domain/result';
import { monthOf } from '@domain/time/local-date';
import type { PersonRows } from '../machine-punches/sort-rows';
import { sortRows } from '../machine-punches/sort-rows';
import { type Organisation, recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { sheets } from '../repositories/sheets';
import { takeTable } from '../spreadsheets/take-table';
import { type Answer, useCase } from '../use-case';
import { dayText, monthText } from '../wall-text';

const SHOWN = 100;
const SHEETS_A_READ = 900;

/** The dry run of a machine's file: what would count, what is wrong by row, whose months are locked. */
export const checkMachineFile = useCase('machine.check', {
  async run(ports, caller, file): Promise<Answer<'machine.check'>> {
    const taken = await takeTable(ports, caller.openid, file, MACHINE_COLUMNS);
    if (!taken.ok) return taken;
    const table = taken.value;
    const org = await recentOrganisation(ports);
    const { people, wrong } = await sortRows(ports, org, caller, table);
    const sound = people.flatMap(({ rows }) => rows);
    const dates = sound.map(({ minute }) => org.zone.dateAt(minute)).sort();
    const [first, last] = [dates[0], dates.at(-1)];
    const locked = await lockedOf(ports, org, people);
    return ok({
      tableId: table.tableId,
      rows: table.rows.length,
      sound: sound.length,
      people: people.length,
      spanText: first && last ? `${dayText(first)}${first === last ? '' : ` 至 ${dayText(last)}`}` : null,
      wrong: wrong.slice(0, SHOWN),
      wrongCount: wrong.length,
      locked: locked.slice(0, SHOWN),
      lockedCount: locked.length,
    });
  },
});

/** '王芳 2026年2月': whose rows would be left out. */
async function lockedOf(
  { database }: Ports,
  org: Organisation,
  people: readonly PersonRows[],
): Promise<readonly string[]> {
  const monthsOf = ({ rows }: PersonRows) =>
    new Set(rows.map(({ minute }) => monthOf(org.zone.dateAt(minute))));
  const months = [...new Set(people.flatMap((person) => [...monthsOf(person)]))].sort();
  const part = Math.max(1, Math.floor(SHEETS_A_READ / Math.max(1, months.length)));
  const locked: string[] = [];
  for (let at = 0; at < people.length; at += part) {
    const some = people.slice(at, at + part);
    const found = await sheets.ofPeople(
      database,
      some.map(({ employment }) => employment._id),
      months,
    );
    for (const person of some)
      for (const { month, lock, employmentId } of found)
        if (employmentId === person.employment._id && lock !== 'open' && monthsOf(person).has(month))
          locked.push(`${person.employment.name} ${monthText(month)}`);
  }
  return locked;
}
