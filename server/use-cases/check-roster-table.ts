import { ok, refuse } from '@domain/result';
import { dayTitle, rosterColumns } from '@domain/schedule/roster-table';
import type { LocalDate } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import { organisation } from '../organisation';
import { monthOfRule } from '../rosters/month-of-rule';
import { readUploaded } from '../rosters/read-uploaded';
import { rosterScope } from '../rosters/roster-scope';
import { takeTable } from '../spreadsheets/take-table';
import { type Answer, useCase } from '../use-case';

type Problem = OutputOf<'roster.checkTable'>['problems'][number];

const MOST_PROBLEMS = 50;

/** 导入排班, the dry run: what each line would change, and what is wrong, row by row. */
export const checkRosterTable = useCase('roster.checkTable', {
  async run(ports, caller, { month, ruleId, fileId, name }): Promise<Answer<'roster.checkTable'>> {
    const org = await organisation(ports);
    const scope = rosterScope(org, caller.employment);
    const of = monthOfRule(org, ruleId, month);
    if (!scope || !of || !scope.mayEditUnder(of.rule)) return refuse('roster.not-yours', {});
    const table = await takeTable(ports, caller.openid, { fileId, name }, rosterColumns(of.days));
    if (!table.ok) return table;
    const { lines, problems } = await readUploaded(ports, org, scope, of, table.value);
    const wrong: Problem[] = problems.map((problem) => ({
      row: problem.row,
      name: '',
      why: problem.why,
      text: problem.text,
      day: problem.why === 'unknown-word' ? problem.day : null,
      cell: null,
    }));
    for (const { row, employment, refused } of lines)
      for (const { date, why } of refused)
        wrong.push({
          row,
          name: employment.name,
          why: 'cell',
          text: '',
          day: dayTitle(date as LocalDate),
          cell: why,
        });
    const changed = lines.filter(({ changes }) => changes.length > 0);
    return ok({
      tableId: table.value.tableId,
      people: changed.length,
      cells: changed.reduce((sum, { changes }) => sum + changes.length, 0),
      problemCount: wrong.length,
      problems: wrong.sort((a, b) => a.row - b.row).slice(0, MOST_PROBLEMS),
    });
  },
});
