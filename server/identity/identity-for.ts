import type { IdentityCheck } from '@domain/approval/events';
import { IDENTITY_VALID_MINUTES } from '@domain/approval/signature';
import { instantOf } from '@domain/time/instant';
import { ok, refuse, type Result } from '@domain/result';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { identitySessions } from '../repositories/identity-sessions';
import type { RefusalOf } from '../use-case';

export const SESSION_VALID_MS = IDENTITY_VALID_MINUTES * 60_000;

export type IdentityRefusal = RefusalOf<
  'identity.unknown' | 'identity.expired' | 'identity.not-confirmed' | 'identity.other-document'
>;

/**
 * The identity check that a signature of this caller over this document rests on.
 *
 * @param document key of the document: 'notice', 'handover' …
 * @param caseId the case of the document; null where the case begins with the signature
 */
export async function identityFor(
  { database, clock }: Ports,
  { employment }: Caller,
  sessionId: string,
  document: string,
  caseId: string | null,
): Promise<Result<IdentityCheck, IdentityRefusal>> {
  const session = await identitySessions.read(database, sessionId);
  if (!session || session.employmentId !== employment._id) return refuse('identity.unknown', {});
  if (session.document !== document || session.caseId !== caseId)
    return refuse('identity.other-document', {});
  const { verifiedAt } = session;
  if (verifiedAt === null) return refuse('identity.not-confirmed', {});
  if (clock.now() >= verifiedAt + SESSION_VALID_MS) return refuse('identity.expired', {});
  return ok({ session: sessionId, level: 'basic', document, verifiedAt: instantOf(verifiedAt) });
}
