import { canonicalJson } from '@domain/evidence/canonical-json';
import { acceptSignature } from '@domain/offboarding/signature-strokes';
import { ok, refuse, type Result } from '@domain/result';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { type Drawing, signatureMarks } from '../repositories/signature-marks';
import type { RefusalOf } from '../use-case';

export type MarkRefusal = RefusalOf<
  'signature.blank' | 'signature.invalid' | 'signature.too-large' | 'signature.reused'
>;

/**
 * Checks what was drawn and keeps it; resolves to its digest, the `mark` of the engine's signature. The same strokes
 * in the same session are a repeated tap; in another one they are an old picture, which signs nothing.
 */
export async function takeMark(
  { database, cipher, clock, ids }: Ports,
  { employment }: Caller,
  sessionId: string,
  { strokes, canvas }: Drawing,
): Promise<Result<string, MarkRefusal>> {
  const accepted = acceptSignature(strokes, canvas);
  if (!accepted.ok) return refuse(accepted.refusal.code, {});
  const json = canonicalJson({ strokes, canvas });
  const digest = ids.digest(json);
  const mark = { _id: digest, sessionId, employmentId: employment._id, keptAt: clock.now(), json };
  if (await signatureMarks.add(database, cipher, mark)) return ok(digest);
  const kept = await signatureMarks.read(database, digest);
  return kept?.sessionId === sessionId ? ok(digest) : refuse('signature.reused', {});
}
