import type { Anchor } from './anchor';
import type { Bundle } from './bundle';
import {
  anchorProblem,
  checkpointProblem,
  documentProblem,
  fileProblem,
  keyProblem,
  personalProblem,
  purgedIn,
  purgeProblem,
  sealProblem,
} from './bundle-problems';
import type { Problem } from './bundle-problems';
import { checkChain } from './chain';
import type { ChainHead } from './chain';
import type { CheckSignature, KeyIdOf } from './checkpoint';
import type { DigestText } from './digest';

export type Verdict =
  { readonly sound: true; readonly facts: SoundFacts } | { readonly sound: false; readonly problem: Problem };

export interface SoundFacts extends ChainHead {
  readonly tenant: string;
  readonly caseId: string;
  /** Documents that are here; purged ones are counted in `purged`. */
  readonly documents: number;
  readonly checkpoints: number;
  /** Events after the last checkpoint: only the seal of this export covers them. */
  readonly afterLastCheckpoint: number;
  /** Documents and personal values that were destroyed by rule. */
  readonly purged: number;
  readonly keyIds: readonly string[];
  /** Printed anchors that were compared; with none, a rewrite by whoever holds the key cannot be seen. */
  readonly anchors: number;
}

/** What the verifier brings along. Anchors and trusted keys come from outside the bundle: from a receipt on paper. */
export interface Outside {
  readonly digest: DigestText;
  readonly check: CheckSignature;
  readonly keyIdOf: KeyIdOf;
  readonly anchors: readonly Anchor[];
  /** When there are any, no other key counts. */
  readonly trustedKeyIds: readonly string[];
}

/** Offline. First the chain and what is signed over it, then what hangs on it, the wrapping last: the cause is named, not a symptom. */
export function verifyBundle(bundle: Bundle, outside: Outside): Verdict {
  const { digest, check, keyIdOf, anchors, trustedKeyIds } = outside;
  const chain = checkChain(bundle.genesis, bundle.events, digest);
  if (!chain.ok) return { sound: false, problem: { kind: 'event', ...chain.refusal.facts } };
  const heads = chain.value;
  const problem =
    keyProblem(bundle, keyIdOf, trustedKeyIds) ??
    checkpointProblem(bundle, heads, check) ??
    anchorProblem(heads, anchors) ??
    documentProblem(bundle) ??
    personalProblem(bundle, digest) ??
    purgeProblem(bundle) ??
    fileProblem(bundle) ??
    sealProblem(bundle, heads, check);
  return problem ? { sound: false, problem } : { sound: true, facts: soundFacts(bundle, heads, anchors) };
}

function soundFacts(bundle: Bundle, heads: readonly ChainHead[], anchors: readonly Anchor[]): SoundFacts {
  const end = heads[heads.length - 1] as ChainHead;
  const covered = Math.max(0, ...bundle.checkpoints.map(({ count }) => count));
  return {
    ...end,
    tenant: bundle.genesis.tenant,
    caseId: bundle.genesis.caseId,
    documents: bundle.documents.filter(({ state }) => state === 'kept').length,
    checkpoints: bundle.checkpoints.length,
    afterLastCheckpoint: end.count - covered,
    purged: purgedIn(bundle).size,
    keyIds: bundle.keys.map(({ keyId }) => keyId),
    anchors: anchors.length,
  };
}
