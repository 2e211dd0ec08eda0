import { ok, refuse } from '@domain/result';
import { organisation } from '../organisation';
import { writtenOf } from '../rosters/change-roster';
import { monthOfRule } from '../rosters/month-of-rule';
import { readUploaded } from '../rosters/read-uploaded';
import { rosterScope } from '../rosters/roster-scope';
import { saveRosterOf } from '../rosters/save-person';
import { openTable } from '../spreadsheets/take-table';
import { type Answer, useCase } from '../use-case';

const PEOPLE_A_CALL = 40;

/** 导入排班: writes the lines after a row, each person in a transaction; the phone asks on until all is written. */
export const importRosterTable = useCase('roster.importTable', {
  async run(
    ports,
    caller,
    { commandId, month, ruleId, tableId, after },
  ): Promise<Answer<'roster.importTable'>> {
    const org = await organisation(ports);
    const scope = rosterScope(org, caller.employment);
    const of = monthOfRule(org, ruleId, month);
    if (!scope || !of || !scope.mayEditUnder(of.rule)) return refuse('roster.not-yours', {});
    const table = await openTable(ports, tableId);
    if (!table) return refuse('file.unknown', {});
    const rest = table.rows.filter(({ row }) => row > after);
    const rows = rest.slice(0, PEOPLE_A_CALL);
    const { lines } = await readUploaded(ports, org, scope, of, { ...table, rows });
    const command = { id: commandId, by: caller.employment, means: 'imported' } as const;
    const saved = await Promise.all(
      lines.map(({ employment, changes }) => saveRosterOf(ports, org, employment, changes, command)),
    );
    if (saved.some((changed) => changed === null)) return refuse('conflict.busy', {});
    const outcomes = saved.flatMap((changed) => changed?.outcomes ?? []);
    const lost = outcomes.filter(({ kind }) => kind !== 'kept').length;
    const next = rest.length > rows.length ? (rows.at(-1)?.row ?? null) : null;
    return ok({ kept: writtenOf(outcomes).length, lost, next });
  },
});
