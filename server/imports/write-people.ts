import { type PersonOutcome, planPerson } from '@domain/imports/plan-people';
import type { StaffEntry } from '@domain/people/staff-entry';
import { organisation } from '../organisation';
import { firstEmployment, firstFile } from '../people/first-documents';
import { claimOn, writeClaim } from '../people/new-person';
import type { Ports, Transaction } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { idNumberHolders } from '../repositories/id-number-holders';
import type { ImportBatch } from '../repositories/import-batches';
import { type ImportedRow, importedRows } from '../repositories/imported-rows';
import { personnel } from '../repositories/personnel';
import { staffChanges } from '../repositories/staff-changes';
import { changePerson } from './change-person';
import { type ImportDesk, logLine } from './import-desk';
import { peopleOnFile } from './people-desk';
import { type LeftOut, leftOut, OVERTAKEN, type PlannedLine, type Written } from './planned-line';

/** People in one transaction: five requests for all of them. */
const PEOPLE_AT_ONCE = 50;
const CHANGES_SIDE_BY_SIDE = 8;

type Line = PlannedLine<PersonOutcome>;
type NewLine = Line & { readonly outcome: { readonly entry: StaffEntry } };

/** Writes some rows of a batch, those that still do what the check said; a row that is written already counts as such. */
export async function writePeople(
  ports: Ports,
  batch: ImportBatch,
  by: Employment,
  lines: readonly Line[],
): Promise<Written> {
  const org = await organisation(ports);
  const rows = lines.map(({ row }) => row);
  const before = await importedRows.ofRows(ports.database, batch._id, rows);
  const done = new Set(before.map(({ row }) => row));
  const { desk, people } = await peopleOnFile(
    ports,
    org,
    by,
    lines.map(({ cells }) => cells),
  );
  const isAsSeen = ({ cells, outcome }: Line): boolean =>
    JSON.stringify(planPerson(cells, desk)) === JSON.stringify(outcome);
  const open = lines.filter(({ row }) => !done.has(row));
  const current = open.filter(isAsSeen);
  const gone = open.filter((line) => !current.includes(line)).map((line) => leftOut(line, OVERTAKEN));

  const desks = { ports, org, batch, by };
  const added = await addAll(desks, current.filter(isNew));
  const changed = await eachOf(current.filter(isChange), CHANGES_SIDE_BY_SIDE, async (line) => {
    const found = people.get(line.cells[1] ?? '');
    return found ? changePerson(desks, line, line.outcome.patch, found) : OVERTAKEN;
  });
  const failed = [...gone, ...added, ...changed];
  const counted = (became: ImportedRow['became']): number =>
    before.filter((row) => row.became === became).length +
    current.filter(({ row, outcome }) => outcome.becomes === became && !failed.some((one) => one.row === row))
      .length;
  return { added: counted('added'), changed: counted('changed'), leftOut: failed };
}

const isNew = (line: Line): line is NewLine => line.outcome.becomes === 'added';
const isChange = (
  line: Line,
): line is Line & { readonly outcome: Extract<PersonOutcome, { becomes: 'changed' }> } =>
  line.outcome.becomes === 'changed';

/** Resolves to the lines that were left out. */
async function addAll(desk: ImportDesk, lines: readonly NewLine[]): Promise<readonly LeftOut[]> {
  const parts: NewLine[][] = [];
  for (let at = 0; at < lines.length; at += PEOPLE_AT_ONCE) parts.push(lines.slice(at, at + PEOPLE_AT_ONCE));
  const failed: LeftOut[] = [];
  for (const part of parts) {
    const written = await desk.ports.database.transaction(async (transaction) => {
      const numbers = part.flatMap(({ outcome: { entry }, cells }) =>
        entry.idNumber === null
          ? []
          : [{ digest: personnel.digestOf(desk.ports.cipher, entry.idNumber), employmentId: cells[1] ?? '' }],
      );
      await idNumberHolders.takeNew(transaction, numbers);
      await writeNew(transaction, desk, part);
      return true;
    });
    // Somebody came between, or a number has had a holder before: one by one it shows who.
    if (!written) failed.push(...(await eachOf(part, 1, (line) => addOne(desk, line))));
  }
  return failed;
}

/** Resolves to why not. */
async function addOne(desk: ImportDesk, line: NewLine): Promise<string | null> {
  const { ports } = desk;
  const number = line.cells[1] ?? '';
  const { idNumber } = line.outcome.entry;
  const claim = idNumber === null ? null : await claimOn(ports, idNumber, number);
  if (claim && 'idNumberOf' in claim) return '身份证号已有人在用';
  const written = await ports.database.transaction(async (transaction) => {
    if (claim && !(await writeClaim(transaction, ports, claim, number))) return false;
    await writeNew(transaction, desk, [line]);
    return true;
  });
  return written === true ? null : OVERTAKEN;
}

async function writeNew(
  transaction: Transaction,
  desk: ImportDesk,
  lines: readonly NewLine[],
): Promise<void> {
  const { ports, org, batch } = desk;
  const all = lines.map((line) => ({
    line,
    employment: firstEmployment(line.cells[1] ?? '', line.outcome.entry),
  }));
  await staffChanges.addAll(
    transaction,
    all.map(({ line: { row }, employment: { _id } }) =>
      logLine(desk, { row, employmentId: _id, step: 'do' }, '导入时加入'),
    ),
  );
  await employments.addAllInside(
    transaction,
    all.map(({ employment }) => employment),
  );
  await personnel.addAllInside(
    transaction,
    ports.cipher,
    all.map(({ line, employment }) => firstFile(org, employment._id, line.outcome.entry)),
  );
  await importedRows.addAll(
    transaction,
    all.map(({ line, employment: { _id, name, assignments } }) => ({
      _id: importedRows.idOf(batch._id, line.row),
      batchId: batch._id,
      row: line.row,
      employmentId: _id,
      name,
      became: 'added',
      before: null,
      after: { employment: { name, assignments }, revision: 0 },
      undone: false,
    })),
  );
}

/** Some side by side; resolves to those that did not go, with the reason. */
async function eachOf<One extends PlannedLine>(
  lines: readonly One[],
  sideBySide: number,
  write: (line: One) => Promise<string | null>,
): Promise<readonly LeftOut[]> {
  const failed: LeftOut[] = [];
  for (let at = 0; at < lines.length; at += sideBySide) {
    const part = lines.slice(at, at + sideBySide);
    const whys = await Promise.all(part.map(write));
    part.forEach((line, place) => {
      const why = whys[place];
      if (why) failed.push(leftOut(line, why));
    });
  }
  return failed;
}
