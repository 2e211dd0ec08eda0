import { tagged } from './digest';
import type { Digest, DigestText } from './digest';
import type { SealMark } from './chain';

/**
 * Personal data beside the chain. The chain carries only a digest over a random salt and the value: destroy the
 * record, salt and all, and nobody can find the value by trying, while the chain still verifies.
 */
export type PersonalRecord = KeptRecord | PurgedRecord;

export interface KeptRecord extends SealMark {
  readonly state: 'kept';
  /** At least 128 random bits in hex, made for this value alone. */
  readonly salt: string;
  readonly value: string;
}

export interface PurgedRecord extends SealMark {
  readonly state: 'purged';
}

const SALT = /^[0-9a-f]{32,}$/;

/** The record to keep; its `name` and `digest` go on the chain. The case and the name are bound in: a seal fits one place only. */
export function seal(
  caseId: string,
  name: string,
  value: string,
  salt: string,
  digest: DigestText,
): KeptRecord {
  if (!SALT.test(salt)) throw new Error('a salt is at least 32 hex digits');
  return { state: 'kept', name, salt, value, digest: sealDigest(caseId, name, value, salt, digest) };
}

const sealDigest = (caseId: string, name: string, value: string, salt: string, digest: DigestText): Digest =>
  digest(tagged('zhoudao.personal.v1', { caseId, name, salt, value }));

/** What is left after purging: the mark alone. Put a purge mark with its rule on the chain in the same step. */
export const purge = ({ name, digest }: PersonalRecord): PurgedRecord => ({ state: 'purged', name, digest });

export type SealFault = 'the value does not fit its seal' | 'the salt is too short';

export function sealFault(caseId: string, record: KeptRecord, digest: DigestText): SealFault | null {
  if (!SALT.test(record.salt)) return 'the salt is too short';
  const fits = record.digest === sealDigest(caseId, record.name, record.value, record.salt, digest);
  return fits ? null : 'the value does not fit its seal';
}
