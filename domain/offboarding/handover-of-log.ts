import type { CaseEvent } from '../approval/events';
import type { Digest } from '../evidence/digest';
import type { Instant } from '../time/instant';
import { HANDOVER, HANDOVER_DOCUMENT } from './flows/handover-nodes';
import type { Handover, HandoverSignature, HandoverVersion, PersonId } from './handover';

/** What is kept of a version. Who signed it, and whether it was sent back, the case's log says. */
export type KeptVersion = Omit<HandoverVersion, 'sentBackAt' | 'signatures'>;

export interface KeptHandover extends Pick<Handover, 'caseId' | 'template' | 'employee' | 'comments'> {
  readonly versions: readonly KeptVersion[];
}

/**
 * The handover as its case knows it: there is one truth about returns and signatures, so nothing can tear between two.
 *
 * @param recipient whose turn the case says it is to take over; '' while it finds nobody
 * @param events the case's whole log, in order
 */
export function handoverOfLog(
  kept: KeptHandover,
  recipient: PersonId,
  events: readonly CaseEvent[],
): Handover {
  const signed = new Map<Digest, readonly HandoverSignature[]>();
  const sentBack = new Map<Digest, Instant>();
  let current: Digest | null = null;
  for (const { body, at } of events) {
    if (body.type === 'documentChanged' && body.document === HANDOVER_DOCUMENT) current = body.digest;
    if (body.type === 'returned' && body.to === HANDOVER && current !== null) {
      sentBack.set(current, at);
      signed.delete(current);
    }
    if (body.type === 'signed' && body.document === HANDOVER_DOCUMENT) {
      const { person, mark, level, digest } = body;
      signed.set(digest, [...(signed.get(digest) ?? []), { by: person, at, mark, level }]);
    }
  }
  const versions = kept.versions.map((version): HandoverVersion => ({
    ...version,
    sentBackAt: sentBack.get(version.digest) ?? null,
    signatures: signed.get(version.digest) ?? [],
  }));
  return { ...kept, recipient, versions };
}
