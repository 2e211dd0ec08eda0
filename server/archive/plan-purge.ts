import { purgeDueOn } from '@domain/evidence/retention';
import type { LocalDate } from '@domain/time/local-date';
import { recentOrganisation } from '../organisation';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { type CaseDocument, cases } from '../repositories/cases';
import { chains } from '../repositories/chains';
import { personalRecords, type PersonalRow } from '../repositories/personal-records';
import { forgettingDays } from './forget-beside';
import type { Keeper } from './keeper';
import { purposeDates } from './purpose-dates';

/** Files and sealed values of a case that have not been destroyed. */
export async function keptOf({ ports }: Keeper, caseId: string) {
  const [files, records] = await Promise.all([
    caseDocuments.ofCase(ports.database, caseId),
    personalRecords.ofCase(ports.database, caseId),
  ]);
  return {
    files: files.filter(({ state }) => state === 'kept'),
    records: records.filter(({ box }) => box !== null),
  };
}

/** The day on which each must go. */
export async function dueDayIn(
  { ports }: Keeper,
  stored: CaseDocument,
): Promise<(kept: CaseDocumentRow | PersonalRow) => LocalDate | null> {
  const { zone } = await recentOrganisation(ports);
  const dates = purposeDates(stored, zone);
  return ({ retention }) => purgeDueOn(retention, dates);
}

/**
 * Writes down the first day on which something of a closed case must go; none when nothing is left.
 *
 * @param doneThrough what was due by this day has been forgotten; null at the close
 */
export async function planPurge(
  keeper: Keeper,
  caseId: string,
  doneThrough: LocalDate | null,
): Promise<void> {
  const { database } = keeper.ports;
  const stored = await cases.read(database, caseId);
  if (stored?.status !== 'closed') return;
  const dueDay = await dueDayIn(keeper, stored);
  const { files, records } = await keptOf(keeper, caseId);
  const { zone } = await recentOrganisation(keeper.ports);
  const beside = forgettingDays(stored, zone).filter((day) => doneThrough === null || day > doneThrough);
  const [first] = [...beside, ...[...files, ...records].flatMap((one) => dueDay(one) ?? [])].sort();
  await chains.setPurgeOn(database, caseId, first ?? null);
}
