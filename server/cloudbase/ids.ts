import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Ids } from '../ports';

/** Crockford's base 32: no I, L, O, U, so a code survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 13;

/** 13 characters of 5 random bits each: 65 bits. */
function invitationCode(): string {
  const code = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte & 31]).join('');
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

export function cryptoIds(invitationKey: string): Ids {
  if (invitationKey.length < 32) throw new Error('INVITATION_KEY must be set to at least 32 characters');
  return {
    unique: () => randomUUID(),
    invitationCode,
    signingCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    digest: (content) => createHash('sha256').update(content).digest('hex'),
    invitationDigest: (code) => createHmac('sha256', invitationKey).update(code).digest('hex'),
  };
}
