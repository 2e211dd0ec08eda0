import { type PersonOutcome, planPerson } from '@domain/imports/plan-people';
import { planPlace } from '@domain/imports/plan-places';
import { twins } from '@domain/imports/planned-row';
import type { TableRow } from '@domain/spreadsheets/table';
import { plainNumber } from '@domain/people/staff-entry';
import type { Caller } from '../caller';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { ImportBatch } from '../repositories/import-batches';
import { readDraftDesk } from '../rules/draft-desk';
import { peopleOnFile, ROWS_A_DESK } from './people-desk';
import type { PlannedLine } from './planned-line';

/** What every row of a file would do; nothing is written. */
export async function planLines(
  ports: Ports,
  org: Organisation,
  caller: Caller,
  kind: ImportBatch['kind'],
  rows: readonly TableRow[],
): Promise<readonly PlannedLine[]> {
  return kind === 'people' ? peopleLines(ports, org, caller, rows) : placeLines(ports, caller, rows);
}

async function peopleLines(
  ports: Ports,
  org: Organisation,
  { employment }: Caller,
  rows: readonly TableRow[],
): Promise<readonly PlannedLine[]> {
  const sameNumber = twins(rows.map(({ row, cells }) => ({ row, name: cells[1] ?? '' })));
  const sameIdNumber = twins(
    rows.map(({ row, cells }) => ({
      row,
      name: /\*/.test(cells[3] ?? '') ? '' : plainNumber(cells[3] ?? ''),
    })),
  );
  const lines: PlannedLine[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_DESK) {
    const part = rows.slice(at, at + ROWS_A_DESK);
    const { desk, people } = await peopleOnFile(
      ports,
      org,
      employment,
      part.map(({ cells }) => cells),
    );
    for (const { row, cells } of part) {
      const [name = '', number = ''] = cells;
      const other = [...twin('工号', sameNumber.get(row)), ...twin('身份证号', sameIdNumber.get(row))];
      const planned = planPerson(cells, desk);
      const title = `${name || people.get(number)?.employment.name || '没有姓名'}（${number || '没有工号'}）`;
      lines.push({ row, cells, title, outcome: withProblems(planned, other) });
    }
  }
  return lines;
}

const twin = (title: string, row: number | undefined) =>
  row === undefined ? [] : [{ title, text: `和第 ${row} 行的相同` }];

const withProblems = (
  planned: PersonOutcome,
  more: readonly { readonly title: string; readonly text: string }[],
): PersonOutcome => {
  if (more.length === 0) return planned;
  return { becomes: 'wrong', problems: [...(planned.becomes === 'wrong' ? planned.problems : []), ...more] };
};

async function placeLines(
  ports: Ports,
  caller: Caller,
  rows: readonly TableRow[],
): Promise<readonly PlannedLine[]> {
  const { parts } = await readDraftDesk(ports, caller);
  const sameName = twins(rows.map(({ row, cells }) => ({ row, name: cells[0] ?? '' })));
  return rows.map(({ row, cells }) => {
    const planned = planPlace(cells, parts.places);
    const other = twin('名称', sameName.get(row));
    const problems = [...(planned.becomes === 'wrong' ? planned.problems : []), ...other];
    return {
      row,
      cells,
      title: cells[0] || '没有名称',
      outcome: other.length === 0 ? planned : { becomes: 'wrong', problems },
    };
  });
}
