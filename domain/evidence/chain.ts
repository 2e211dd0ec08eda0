import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import type { Instant } from '../time/instant';
import { tagged } from './digest';
import type { Digest, DigestText } from './digest';

/** What the first link hangs on: an event of one company, case or flow cannot be shown as another's. */
export interface Genesis {
  readonly tenant: string;
  readonly caseId: string;
  readonly flowDigest: Digest;
}

/** How sure the server was of who acted. `basic` and `reliable` are the two labelled signature levels. */
export type IdentityLevel = 'system' | 'session' | 'basic' | 'reliable';

/** A document as it stood then, by the SHA-256 of its bytes. A later mark of the same key is its next version. */
export interface DocumentMark {
  readonly key: string;
  readonly digest: Digest;
}

/** Personal data that belongs to an entry but stands beside the chain, under a salted digest. */
export interface SealMark {
  readonly name: string;
  readonly digest: Digest;
}

/** What was destroyed, and under which retention rule. `digest` is of a seal or of a document. */
export interface PurgeMark {
  readonly digest: Digest;
  readonly rule: string;
}

/** One thing that happened. No names, numbers of identity cards or free text: those are sealed beside the chain. */
export interface Entry {
  readonly type: string;
  readonly at: Instant;
  /** An opaque id of a person, or 'system'. */
  readonly actor: string;
  readonly identity: IdentityLevel;
  /** Whatever else the workflow says of it, in canonical JSON. */
  readonly facts: unknown;
  readonly documents: readonly DocumentMark[];
  readonly sealed: readonly SealMark[];
  readonly purged: readonly PurgeMark[];
}

/** An entry in its place. `seq` counts from 1. */
export interface ChainedEvent {
  readonly seq: number;
  readonly previous: Digest;
  readonly entry: Entry;
  readonly hash: Digest;
}

/** Where a chain stands: how many events, and the last one's hash (the genesis hash when there is none). */
export interface ChainHead {
  readonly count: number;
  readonly head: Digest;
}

export const startOfChain = (genesis: Genesis, digest: DigestText): ChainHead => ({
  count: 0,
  head: digest(tagged('zhoudao.genesis.v1', genesis)),
});

const hashOf = (seq: number, previous: Digest, entry: Entry, digest: DigestText): Digest =>
  digest(tagged('zhoudao.event.v1', { seq, previous, entry }));

/** The next event. Throws when the entry has no canonical JSON: that is a bug of the caller. */
export function chainEvent(after: ChainHead, entry: Entry, digest: DigestText): ChainedEvent {
  const seq = after.count + 1;
  return { seq, previous: after.head, entry, hash: hashOf(seq, after.head, entry, digest) };
}

export const headAfter = ({ seq, hash }: ChainedEvent): ChainHead => ({ count: seq, head: hash });

export type BrokenChain = Refusal<
  'evidence.bad-event',
  {
    /** Place in the chain, from 1: the first event that is not what it was. */
    readonly place: number;
    /** `missing`: something signed says that there were more events. */
    readonly reason: 'out of place' | 'does not follow the one before' | 'changed' | 'missing';
  }
>;

/** Walks the whole chain; answers with where it stood after 0, 1, 2 … events, or with the first bad event. */
export function checkChain(
  genesis: Genesis,
  events: readonly ChainedEvent[],
  digest: DigestText,
): Result<readonly ChainHead[], BrokenChain> {
  const heads = [startOfChain(genesis, digest)];
  for (const [index, event] of events.entries()) {
    const place = index + 1;
    const previous = heads[index] as ChainHead;
    if (event.seq !== place) return refuse('evidence.bad-event', { place, reason: 'out of place' });
    if (event.previous !== previous.head)
      return refuse('evidence.bad-event', { place, reason: 'does not follow the one before' });
    if (event.hash !== hashOf(place, event.previous, event.entry, digest))
      return refuse('evidence.bad-event', { place, reason: 'changed' });
    heads.push(headAfter(event));
  }
  return ok(heads);
}
