import { createHash } from 'node:crypto';
import type { DigestText } from '@domain/evidence/digest';

export const sha256: DigestText = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
