import { plainNumber, type StaffEntry, type StaffProblem, staffProblems } from '@domain/people/staff-entry';
import type { LocalDate } from '@domain/time/local-date';
import { hasLeft } from '../has-left';
import type { Organisation } from '../organisation';
import type { Ports, Transaction } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { idNumberHolders } from '../repositories/id-number-holders';
import { personnel } from '../repositories/personnel';
import { type StaffChange, staffChanges } from '../repositories/staff-changes';
import { postOfId, unitsOf } from './units';

/** Everything wrong with somebody who is to be added; empty when he can be. */
export const newPersonProblems = (org: Organisation, entry: StaffEntry): readonly StaffProblem[] =>
  staffProblems(entry, unitsOf(org));

/**
 * Writes employment, file and the line of the log, all or nothing; the entry was checked before (`newPersonProblems`).
 *
 * @param change the log's line: its id keeps a repeated command from adding anybody twice
 * @returns `again` when another writer came between or this very command was written already
 */
export async function addPerson(
  ports: Ports,
  org: Organisation,
  employmentId: string,
  entry: StaffEntry,
  change: StaffChange,
): Promise<'added' | 'again' | { readonly idNumberOf: Employment }> {
  const { database, cipher } = ports;
  const { departmentIds, postId, branchId, probationEnd, contract } = entry;
  const hireDate = entry.hireDate as LocalDate;
  const idNumber = entry.idNumber === null ? null : plainNumber(entry.idNumber);
  const post = postOfId(org, postId);
  const taken = idNumber === null ? null : await holderOf(ports, idNumber, employmentId);
  if (taken !== null) return { idNumberOf: taken };
  const written = await database.transaction(async (transaction) => {
    await staffChanges.add(transaction, change);
    await employments.addInside(transaction, {
      _id: employmentId,
      name: entry.name.trim(),
      roles: ['employee'],
      branchId,
      assignments: [
        { from: hireDate, to: null, main: true, departmentIds: [...new Set(departmentIds)], postId },
      ],
      tags: [],
      hireDate,
      lastDay: null,
      openid: null,
    });
    await personnel.addInside(transaction, cipher, {
      employmentId,
      postName: post?.name ?? '',
      secrecy: post?.secrecy ?? false,
      contract: {
        kind: contract.kind,
        from: contract.from as LocalDate,
        to: contract.to as LocalDate | null,
      },
      probationEnd: probationEnd as LocalDate | null,
      phone: entry.phone === null ? null : plainNumber(entry.phone),
      idNumber,
    });
    if (idNumber !== null) await claimIdNumber(transaction, ports, idNumber, employmentId);
    return true;
  });
  return written === null ? 'again' : 'added';
}

/** Somebody who works here under this ID number and is not the person himself; null when it is free. */
export async function holderOf(
  ports: Ports,
  idNumber: string,
  employmentId: string,
): Promise<Employment | null> {
  const { database, cipher } = ports;
  const files = await personnel.ofIdNumber(database, cipher, idNumber);
  const others = files.map(({ _id }) => _id).filter((id) => id !== employmentId);
  for (const one of await employments.ofIds(database, others)) if (!(await hasLeft(ports, one))) return one;
  return null;
}

/** Of two who write the same number at once, one loses the transaction and finds the other's when it looks again. */
export async function claimIdNumber(
  transaction: Transaction,
  { cipher }: Ports,
  idNumber: string,
  employmentId: string,
): Promise<void> {
  const digest = personnel.digestOf(cipher, idNumber);
  const present = await idNumberHolders.read(transaction, digest);
  await idNumberHolders.take(transaction, digest, employmentId, present);
}
