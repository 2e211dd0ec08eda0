import type { PersonPatch } from '@domain/imports/plan-people';
import { movedFrom } from '@domain/people/move-person';
import { assignmentsOn } from '@domain/people/person';
import type { ContractTerms } from '@domain/people/staff-entry';
import type { LocalDate } from '@domain/time/local-date';
import { personOf, todayIn } from '../organisation';
import { claimOn, writeClaim } from '../people/new-person';
import { type Employment, employments } from '../repositories/employments';
import { type ImportedPart, importedRows } from '../repositories/imported-rows';
import { personnel, type PersonnelChange, type PersonnelFile } from '../repositories/personnel';
import { staffChanges } from '../repositories/staff-changes';
import { measureAgain } from '../requests/measure-again';
import { type ImportDesk, logLine } from './import-desk';
import { OVERTAKEN, type PlannedLine } from './planned-line';

interface OnFile {
  readonly employment: Employment;
  readonly file: PersonnelFile | null;
}

/** Writes what a row changes over what was read, once. Resolves to why not. */
export async function changePerson(
  desk: ImportDesk,
  line: PlannedLine,
  patch: PersonPatch,
  { employment, file }: OnFile,
): Promise<string | null> {
  const { ports, batch, by } = desk;
  const { database, cipher, clock } = ports;
  const { _id } = employment;
  const claim = patch.idNumber === undefined ? null : await claimOn(ports, patch.idNumber, _id);
  if (claim && 'idNumberOf' in claim) return '身份证号已有人在用';
  const terms = termsOf(patch);
  const startsFile = Object.keys(terms).length > 0;
  const part = partAfter(desk, employment, patch);
  const revision = (file?.revision ?? 0) + 1;
  const next = { revision, changed: { byName: by.name, at: clock.now() } };
  const written = await database.transaction(async (transaction) => {
    const [present, onFile] = [
      await employments.read(transaction, _id),
      await personnel.read(transaction, _id),
    ];
    const isAsRead = JSON.stringify([present, onFile]) === JSON.stringify([employment, file]);
    if (!isAsRead || (claim && !(await writeClaim(transaction, ports, claim, _id)))) return false;
    await staffChanges.add(
      transaction,
      logLine(desk, { row: line.row, employmentId: _id, step: 'do' }, `导入时更改：${titlesOf(line)}`),
    );
    // A write that changes nothing counts as none.
    if (patch.name !== undefined || patch.place)
      await employments.update(transaction, _id, { set: { ...part } });
    if (file !== null) await personnel.change(transaction, cipher, _id, terms, next);
    else if (startsFile) await personnel.addInside(transaction, cipher, fileFrom(employment, patch));
    await importedRows.addAll(transaction, [
      {
        _id: importedRows.idOf(batch._id, line.row),
        batchId: batch._id,
        row: line.row,
        employmentId: _id,
        name: part.name,
        became: 'changed',
        before: { employment: partOf(employment), file },
        after: { employment: part, revision: file === null ? 0 : revision },
        undone: false,
      },
    ]);
    return true;
  });
  if (written !== true) return OVERTAKEN;
  // Requests that lie ahead may fall into other working hours now.
  if (patch.place) await measureAgain(ports, desk.org, _id);
  return null;
}

const partOf = ({ name, assignments }: Employment): ImportedPart => ({ name, assignments });

/** A move begins today; concurrent posts stay. */
function partAfter(
  { ports, org }: ImportDesk,
  employment: Employment,
  { name, place }: PersonPatch,
): ImportedPart {
  const before = partOf(employment);
  if (!place) return { ...before, name: name ?? before.name };
  const today = todayIn(org.zone, ports.clock.now());
  const from = employment.hireDate > today ? employment.hireDate : today;
  const concurrent = assignmentsOn(personOf(employment), from).filter(({ main }) => !main);
  return {
    name: name ?? before.name,
    assignments: movedFrom(employment.assignments, from, place, concurrent).map((one) => ({
      ...one,
      departmentIds: [...one.departmentIds],
    })),
  };
}

const storedTerms = ({ kind, from, to }: ContractTerms) => ({
  kind,
  from: from as LocalDate,
  to: to as LocalDate | null,
});

function termsOf({ contract, probationEnd, phone, idNumber }: PersonPatch): PersonnelChange {
  return {
    ...(contract && { contract: storedTerms(contract) }),
    ...(probationEnd && { probationEnd }),
    ...(phone && { phone }),
    ...(idNumber && { idNumber }),
  };
}

/** A first file for somebody who had none. */
const fileFrom = ({ _id, hireDate }: Employment, patch: PersonPatch) => ({
  employmentId: _id,
  postName: '',
  secrecy: false,
  contract: storedTerms(patch.contract ?? { kind: 'open', from: hireDate, to: null }),
  probationEnd: patch.probationEnd ?? null,
  phone: patch.phone ?? null,
  idNumber: patch.idNumber ?? null,
});

const titlesOf = ({ outcome }: PlannedLine): string =>
  outcome.becomes === 'changed' ? outcome.changes.map(({ title }) => title).join('、') : '';
