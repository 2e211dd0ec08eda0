import type { SignatureInput } from '@domain/approval/commands';
import type { IdentityCheck } from '@domain/approval/events';
import { ok, type Result } from '@domain/result';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import type { Drawing } from '../repositories/signature-marks';
import { identityFor, type IdentityRefusal } from './identity-for';
import { type MarkRefusal, takeMark } from './take-mark';

/** A signature as it comes off the wire (contract/signature.ts). */
export interface WireSignature extends Drawing {
  readonly sessionId: string;
  /** SHA-256 in hex of what the signer saw. */
  readonly digest: string;
}

export interface Signing {
  /** For the command's actor. */
  readonly identity: IdentityCheck;
  /** For the command. */
  readonly signature: SignatureInput;
}

export type SigningRefusal = IdentityRefusal | MarkRefusal;

/** Identity and drawing of a signature, checked and kept: what a command that signs needs. */
export async function signatureFor(
  ports: Ports,
  caller: Caller,
  document: string,
  caseId: string | null,
  { sessionId, digest, strokes, canvas }: WireSignature,
): Promise<Result<Signing, SigningRefusal>> {
  const identity = await identityFor(ports, caller, sessionId, document, caseId);
  if (!identity.ok) return identity;
  const mark = await takeMark(ports, caller, sessionId, { strokes, canvas });
  if (!mark.ok) return mark;
  return ok({ identity: identity.value, signature: { document, digest, mark: mark.value } });
}
