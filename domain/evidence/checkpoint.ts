import type { Instant } from '../time/instant';
import type { ChainHead, Genesis } from './chain';
import { tagged } from './digest';

/** The public half of a signing key. A key's id is made of the key itself, so another key cannot bear it. */
export interface PublicKey {
  readonly keyId: string;
  readonly algorithm: 'ed25519';
  /** 32 bytes in hex. */
  readonly publicKey: string;
  /** Rotation: the key signed nothing before and, once replaced, nothing after. */
  readonly from: Instant;
  readonly until: Instant | null;
}

export type CheckpointReason = 'signature' | 'certificate' | 'close' | 'nightly';

/** "At this instant this chain had so many events and this head", signed with a key that is not in the database. */
export interface Checkpoint extends ChainHead {
  readonly tenant: string;
  readonly caseId: string;
  readonly at: Instant;
  readonly reason: CheckpointReason;
  readonly keyId: string;
  /** Hex. */
  readonly signature: string;
}

export type Unsigned<Signed extends { readonly signature: string }> = Omit<Signed, 'signature'>;

/** Signs a text with the key that bears the id. Injected; hex. */
export type SignText = (text: string) => string;

/** Injected: whether the signature over the text was made by this key. Never throws. */
export type CheckSignature = (key: PublicKey, text: string, signature: string) => boolean;

/** The id that a public key must bear. Injected, as it is a digest of bytes. */
export type KeyIdOf = (publicKey: string) => string;

export function makeCheckpoint(
  genesis: Genesis,
  head: ChainHead,
  at: Instant,
  reason: CheckpointReason,
  keyId: string,
  sign: SignText,
): Checkpoint {
  const unsigned: Unsigned<Checkpoint> = {
    tenant: genesis.tenant,
    caseId: genesis.caseId,
    count: head.count,
    head: head.head,
    at,
    reason,
    keyId,
  };
  return { ...unsigned, signature: sign(tagged('zhoudao.checkpoint.v1', unsigned)) };
}

export type CheckpointFault =
  | 'another case'
  | 'no such event'
  | 'another head'
  | 'unknown key'
  | 'key not valid then'
  | 'signature does not fit';

/** What is wrong with a checkpoint of this chain, or null. `heads[n]` is where the chain stood after n events. */
export function checkpointFault(
  checkpoint: Checkpoint,
  genesis: Genesis,
  heads: readonly ChainHead[],
  keys: readonly PublicKey[],
  check: CheckSignature,
): CheckpointFault | null {
  const { signature, ...unsigned } = checkpoint;
  const key = keys.find(({ keyId }) => keyId === checkpoint.keyId);
  if (!key) return 'unknown key';
  if (!check(key, tagged('zhoudao.checkpoint.v1', unsigned), signature)) return 'signature does not fit';
  if (!isValidAt(key, checkpoint.at)) return 'key not valid then';
  if (checkpoint.tenant !== genesis.tenant || checkpoint.caseId !== genesis.caseId) return 'another case';
  const stood = heads[checkpoint.count];
  if (!stood) return 'no such event';
  return stood.head === checkpoint.head ? null : 'another head';
}

export const isValidAt = ({ from, until }: PublicKey, at: Instant): boolean =>
  at >= from && (until === null || at < until);
