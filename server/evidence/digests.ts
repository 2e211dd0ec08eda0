import { createHash } from 'node:crypto';
import type { Digest, DigestText } from '@domain/evidence/digest';

/** SHA-256 of the text as UTF-8, hex. */
export const sha256Text: DigestText = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 of bytes, hex: what a document is known by. */
export const sha256Bytes = (bytes: Uint8Array): Digest => createHash('sha256').update(bytes).digest('hex');
