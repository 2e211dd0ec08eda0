import { ok } from '@domain/result';
import type { Result } from '@domain/result';
import type { Digest } from '@domain/evidence/digest';
import { sha256Bytes } from '../evidence/digests';
import { makePdf } from './make-pdf';
import type { UnprintableCharacter } from './make-pdf';
import type { Paper } from './paper';
import type { SealIdentity } from './seal-identity';
import { sealPdf } from './seal-pdf';
import type { Typeface } from './typeface';

/** A finished file; its digest is what goes on the chain. */
export interface IssuedDocument {
  readonly bytes: Buffer;
  readonly digest: Digest;
}

/** Draws and seals a paper. The same paper gives the same bytes, so that a retry issues nothing new. */
export async function issueDocument(
  paper: Paper,
  typeface: Typeface,
  identity: SealIdentity,
): Promise<Result<IssuedDocument, UnprintableCharacter>> {
  const drawn = await makePdf(paper, typeface);
  if (!drawn.ok) return drawn;
  const bytes = await sealPdf(drawn.value, identity, paper.madeAt);
  return ok({ bytes, digest: sha256Bytes(bytes) });
}
