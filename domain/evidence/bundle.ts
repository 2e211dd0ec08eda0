import type { Instant } from '../time/instant';
import type { ChainedEvent, ChainHead, Genesis } from './chain';
import type { Checkpoint, PublicKey } from './checkpoint';
import { tagged } from './digest';
import type { Digest } from './digest';
import type { PersonalRecord } from './personal-data';

/** Where everything lies in the zip. Text files are UTF-8; the .jsonl files hold one canonical JSON a line. */
export const BUNDLE_PATHS = {
  readme: 'README.txt',
  index: 'index.csv',
  verifier: 'verify.cjs',
  genesis: 'genesis.json',
  events: 'events.jsonl',
  checkpoints: 'checkpoints.jsonl',
  keys: 'keys.jsonl',
  personal: 'personal.jsonl',
  documents: 'documents.jsonl',
  manifest: 'manifest.json',
  seal: 'seal.json',
} as const;

export const DOCUMENT_FOLDER = 'documents/';

/** A document of the case. A purged one has no file any more; its row and its mark stay. */
export interface DocumentRow {
  readonly key: string;
  readonly title: string;
  readonly version: number;
  readonly digest: Digest;
  /** Retention class, as domain/evidence/retention.ts names them. */
  readonly retention: string;
  readonly state: 'kept' | 'purged';
  /** Inside the zip, under documents/; null when purged. */
  readonly path: string | null;
}

export interface FileDigest {
  readonly path: string;
  readonly digest: Digest;
}

/** Lists every other file, so that nothing in the zip is without a digest; the seal signs it. */
export interface Manifest extends ChainHead {
  readonly format: 'zhoudao-evidence-1';
  readonly tenant: string;
  readonly caseId: string;
  readonly exportedAt: Instant;
  /** In the order of their paths. */
  readonly files: readonly FileDigest[];
}

export interface BundleSeal {
  readonly keyId: string;
  readonly signature: string;
}

/** A bundle as it was read: what its files say, and the digest of every file that is really there. */
export interface Bundle {
  readonly genesis: Genesis;
  readonly events: readonly ChainedEvent[];
  readonly checkpoints: readonly Checkpoint[];
  readonly keys: readonly PublicKey[];
  readonly personal: readonly PersonalRecord[];
  readonly documents: readonly DocumentRow[];
  readonly manifest: Manifest;
  readonly seal: BundleSeal;
  /** Of every file but the manifest and the seal. */
  readonly files: ReadonlyMap<string, Digest>;
}

/** The text that the seal signs. */
export const sealedText = (manifest: Manifest): string => tagged('zhoudao.bundle.v1', manifest);
