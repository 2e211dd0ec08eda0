import { plainNumber, type StaffEntry, type StaffProblem, staffProblems } from '@domain/people/staff-entry';
import { hasLeft } from '../has-left';
import type { Organisation } from '../organisation';
import type { Ports, Transaction } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { idNumberHolders } from '../repositories/id-number-holders';
import { personnel } from '../repositories/personnel';
import { type StaffChange, staffChanges } from '../repositories/staff-changes';
import { firstEmployment, firstFile } from './first-documents';
import { unitsOf } from './units';

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
  const idNumber = entry.idNumber === null ? null : plainNumber(entry.idNumber);
  const claim = idNumber === null ? null : await claimOn(ports, idNumber, employmentId);
  if (claim && 'idNumberOf' in claim) return claim;
  const written = await database.transaction(async (transaction) => {
    if (claim && !(await writeClaim(transaction, ports, claim, employmentId))) return false;
    await staffChanges.add(transaction, change);
    await employments.addInside(transaction, firstEmployment(employmentId, entry));
    await personnel.addInside(transaction, cipher, firstFile(org, employmentId, entry));
    return true;
  });
  return written === true ? 'added' : 'again';
}

/** Who holds an ID number: as it was read before writing, and again with the writing. */
export interface NumberClaim {
  readonly idNumber: string;
  readonly holderBefore: string | null;
}

/** The claim to a number that nobody else who works here has; else whose it is. */
export async function claimOn(
  ports: Ports,
  idNumber: string,
  employmentId: string,
): Promise<NumberClaim | { readonly idNumberOf: Employment }> {
  const { database, cipher } = ports;
  // Before the people: a holder who comes after this read is found when the claim is written.
  const holderBefore = await idNumberHolders.read(database, personnel.digestOf(cipher, idNumber));
  const files = await personnel.ofIdNumber(database, cipher, idNumber);
  const others = files.map(({ _id }) => _id).filter((id) => id !== employmentId);
  for (const one of await employments.ofIds(database, others))
    if (!(await hasLeft(ports, one))) return { idNumberOf: one };
  return { idNumber, holderBefore };
}

/** Resolves to false when somebody claimed the number meanwhile: look again. */
export async function writeClaim(
  transaction: Transaction,
  { cipher }: Ports,
  { idNumber, holderBefore }: NumberClaim,
  employmentId: string,
): Promise<boolean> {
  const digest = personnel.digestOf(cipher, idNumber);
  const holder = await idNumberHolders.read(transaction, digest);
  if (holder !== holderBefore) return false;
  // A write that changes nothing counts as none.
  if (holder !== employmentId) await idNumberHolders.take(transaction, digest, employmentId, holder);
  return true;
}
