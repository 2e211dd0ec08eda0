import type { OutputOf } from '@contract/contract';
import { certificateReason, endingOf, reasonSentence } from '@domain/offboarding/certificate-reason';
import type { Ports } from '../ports';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import type { CaseDocument } from '../repositories/cases';
import { type CertificateWish, certificateWishes } from '../repositories/certificate-wishes';
import { personnel } from '../repositories/personnel';
import { endByCase } from '../workflow/follow-dates';

export type CertificateChoice = OutputOf<'certificate.choose'>['choice'];

/** Longer than it takes from reading the wish to fixing a certificate's number and time. */
const READING_MS = 60_000;

/** The leaver's choice as it stands; null while the leaving is not certain, and where there is nothing to certify. */
export async function readCertificateChoice(
  { database }: Ports,
  { _id, flowId, applicantId, state }: CaseDocument,
): Promise<CertificateChoice | null> {
  const [wish, rows, file] = await Promise.all([
    certificateWishes.read(database, _id),
    caseDocuments.versionsOf(database, _id, 'certificate'),
    personnel.read(database, applicantId),
  ]);
  const made = rows.some(({ digest }) => digest !== null);
  if (!made && (state.status !== 'running' || endByCase(state) === null)) return null;
  const contractEnd = state.dates.contractEnd ?? state.dates.lastDay ?? null;
  const ending = endingOf(file?.contract ?? null, contractEnd);
  const reason = certificateReason(flowId, ending);
  if (reason === null) return null;
  return {
    withReason: wish?.withReason ?? false,
    reasonText: reasonSentence(ending, reason),
    made,
    pending: made && (wish?.pending ?? false),
    revision: wish?.revision ?? 0,
  };
}

/**
 * Has the next version of a certificate made where one is there already that does not follow the wish. One that is
 * still to be made follows by itself. Resolves to whether the wish is fulfilled.
 *
 * @throws Error when the function `documents` does not answer; the clock asks again
 */
export async function followWish(ports: Ports, wish: CertificateWish): Promise<boolean> {
  const { database, papers } = ports;
  const { _id: caseId, revision } = wish;
  const rows = await caseDocuments.versionsOf(database, caseId, 'certificate');
  const newest = rows.at(-1);
  if (!newest || newest.state === 'purged') return false;
  if (!follows(newest, wish)) {
    const order = { document: 'certificate', template: 'certificate', nodeId: WISHED, round: revision };
    const answer = await papers.make({ caseId, ...order });
    if (!answer.ok || answer.digest === null) return false;
  }
  return certificateWishes.fulfilled(database, wish);
}

/** What orders it, in place of a node. */
const WISHED = 'certificateWish';

/** Made for this wish, or begun so long after it that it was read. */
const follows = ({ orderedBy, madeAt }: CaseDocumentRow, { revision, changedAt }: CertificateWish): boolean =>
  orderedBy === `${WISHED}#${revision}` || madeAt > changedAt + READING_MS;
