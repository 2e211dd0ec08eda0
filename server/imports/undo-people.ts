import { type Organisation, organisation } from '../organisation';
import type { Ports, Transaction } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { idNumberHolders } from '../repositories/id-number-holders';
import type { ImportBatch } from '../repositories/import-batches';
import { type ImportedRow, importedRows } from '../repositories/imported-rows';
import { personnel, type PersonnelFile } from '../repositories/personnel';
import { staffChanges } from '../repositories/staff-changes';
import { tracesOf } from '../repositories/traces';
import { measureAgain } from '../requests/measure-again';
import { type ImportDesk, logLine } from './import-desk';
import type { LeftOut } from './planned-line';

const SIDE_BY_SIDE = 8;
const MEANWHILE = '导入之后又有改动';

/** Takes back what at most fifty rows wrote. Resolves to who stays, and why; what went back already is done. */
export async function undoPeople(
  ports: Ports,
  batch: ImportBatch,
  by: Employment,
  rows: readonly ImportedRow[],
): Promise<readonly LeftOut[]> {
  const desk = { ports, batch, by, org: await organisation(ports) };
  const added = rows.filter(({ became }) => became === 'added').map(({ employmentId }) => employmentId);
  const traces = await tracesOf(ports.database, added);
  // What was there before the import may have led and done anything.
  const stays = ({ became, employmentId }: ImportedRow): string | null =>
    became === 'added' ? (traces.get(employmentId) ?? leads(desk.org, employmentId)) : null;
  const open = rows.filter(({ undone }) => !undone);
  const kept: LeftOut[] = [];
  for (let at = 0; at < open.length; at += SIDE_BY_SIDE) {
    const part = open.slice(at, at + SIDE_BY_SIDE);
    const whys = await Promise.all(part.map((row) => stays(row) ?? undoOne(desk, row)));
    part.forEach(({ row, name, employmentId }, place) => {
      const why = whys[place];
      if (why) kept.push({ row, name: `${name}（${employmentId}）`, why });
    });
  }
  return kept;
}

const leads = ({ published: { heads, grants } }: Organisation, id: string): string | null =>
  Object.values(heads).includes(id) || grants.some(({ personId }) => personId === id)
    ? '已经担任负责人或有权限'
    : null;

/** Resolves to why not. */
async function undoOne(desk: ImportDesk, row: ImportedRow): Promise<string | null> {
  const { ports } = desk;
  const { employmentId, before } = row;
  const outcome = await ports.database.transaction(async (transaction) => {
    const employment = await employments.read(transaction, employmentId);
    const file = await personnel.read(transaction, employmentId);
    if (!employment || !isAsWritten(row, employment, file)) return MEANWHILE;
    if (before === null && employment.openid !== null) return '已经绑定微信';
    if (before === null) await removePerson(transaction, employmentId, file);
    else if (!(await restorePerson(transaction, desk, employmentId, row, before, file)))
      return '原来的身份证号已有人在用';
    const what = before === null ? '撤销导入，删除这位员工' : '撤销导入，恢复导入前的内容';
    await staffChanges.add(transaction, logLine(desk, { row: row.row, employmentId, step: 'undo' }, what));
    await importedRows.undo(transaction, row);
    return 'undone';
  });
  if (outcome !== 'undone') return outcome ?? MEANWHILE;
  if (before !== null) await measureAgain(ports, desk.org, employmentId);
  return null;
}

const isAsWritten = (
  { after }: ImportedRow,
  { name, assignments }: Employment,
  file: PersonnelFile | null,
): boolean =>
  JSON.stringify({ name, assignments }) === JSON.stringify(after.employment) &&
  (file?.revision ?? 0) === after.revision;

async function removePerson(
  transaction: Transaction,
  employmentId: string,
  file: PersonnelFile | null,
): Promise<void> {
  await freeNumber(transaction, employmentId, file);
  if (file !== null) await personnel.removeInside(transaction, employmentId);
  await employments.removeInside(transaction, employmentId);
}

async function freeNumber(
  transaction: Transaction,
  employmentId: string,
  file: PersonnelFile | null,
): Promise<void> {
  const digest = file?.idNumberDigest ?? null;
  if (digest !== null && (await idNumberHolders.read(transaction, digest)) === employmentId)
    await idNumberHolders.free(transaction, digest);
}

/** Resolves to false when the ID number of before is somebody else's by now. */
async function restorePerson(
  transaction: Transaction,
  { by, ports }: ImportDesk,
  employmentId: string,
  { after }: ImportedRow,
  before: NonNullable<ImportedRow['before']>,
  file: PersonnelFile | null,
): Promise<boolean> {
  const digest = before.file?.idNumberDigest ?? null;
  if (digest !== (file?.idNumberDigest ?? null)) {
    const holder = digest === null ? null : await idNumberHolders.read(transaction, digest);
    if (holder !== null && holder !== employmentId) return false;
    await freeNumber(transaction, employmentId, file);
    if (digest !== null && holder === null)
      await idNumberHolders.take(transaction, digest, employmentId, null);
  }
  // A write that changes nothing counts as none.
  if (JSON.stringify(before.employment) !== JSON.stringify(after.employment))
    await employments.update(transaction, employmentId, { set: { ...before.employment } });
  const next = { revision: (file?.revision ?? 0) + 1, changed: { byName: by.name, at: ports.clock.now() } };
  if (before.file !== null) await personnel.restore(transaction, before.file, next);
  else if (file !== null) await personnel.removeInside(transaction, employmentId);
  return true;
}
