import { MACHINE_COLUMNS } from '@domain/attendance/machine-rows';
import { ok, refuse } from '@domain/result';
import { layRows } from '../machine-punches/lay-rows';
import { sortRows } from '../machine-punches/sort-rows';
import { recentOrganisation } from '../organisation';
import { openTable } from '../spreadsheets/take-table';
import { type Answer, useCase } from '../use-case';
import { monthText } from '../wall-text';

/** A few dozen sheets a call: well inside the time that a function has. */
const PEOPLE_A_CALL = 30;

/** Takes the sound rows of a checked file, the next people after `after`. Every call may be repeated. */
export const takeMachineFile = useCase('machine.take', {
  async run(ports, caller, { tableId, after }): Promise<Answer<'machine.take'>> {
    const table = await openTable(ports, tableId);
    const titles = MACHINE_COLUMNS.map(({ title }) => title);
    if (!table || titles.some((title, at) => table.header[at] !== title))
      return refuse('machine.file-gone', {});
    const org = await recentOrganisation(ports);
    const { people } = await sortRows(ports, org, caller, table);
    const rest = after === null ? people : people.filter(({ employment }) => employment._id > after);
    const part = rest.slice(0, PEOPLE_A_CALL);
    const sum = { counted: 0, known: 0 };
    const locked: string[] = [];
    for (const person of part) {
      const laid = await layRows(ports, org, person);
      if (laid === null) return refuse('conflict.busy', {});
      sum.counted += laid.counted;
      sum.known += laid.known;
      locked.push(...laid.locked.map((month) => `${person.employment.name} ${monthText(month)}`));
    }
    const next = rest.length > part.length ? (part.at(-1)?.employment._id ?? null) : null;
    return ok({ ...sum, people: part.length, total: people.length, locked, next });
  },
});
