import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { leavings } from '../repositories/leavings';

/** A person's latest leaving case, running or not; null for whoever never began one. */
export async function ownLeaving({ database }: Ports, employmentId: string): Promise<CaseDocument | null> {
  const caseId = await leavings.caseIdOf(database, employmentId);
  return caseId === null ? null : cases.read(database, caseId);
}

export async function openLeavingIdOf(ports: Ports, employmentId: string): Promise<string | null> {
  const latest = await ownLeaving(ports, employmentId);
  return latest?.status === 'running' ? latest._id : null;
}
