import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a number survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 'ZM-2026-4F7K-9Q2M': forty random bits, so that numbers tell neither how many papers there are nor the next one. */
export function freshNumber(prefix: string, year: number): string {
  const letters = [...randomBytes(8)].map((byte) => ALPHABET[byte & 31]).join('');
  return `${prefix}-${year}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
