import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { BUNDLE_PATHS, DOCUMENT_FOLDER, sealedText } from '@domain/evidence/bundle';
import type { Bundle, DocumentRow, Manifest } from '@domain/evidence/bundle';
import { canonicalJson } from '@domain/evidence/canonical-json';
import { headAfter, startOfChain } from '@domain/evidence/chain';
import type { Instant } from '@domain/time/instant';
import { indexCsv } from './bundle-index';
import { BUNDLE_README } from './bundle-readme';
import { sha256Bytes, sha256Text } from './digests';
import type { SealingKey } from './ed25519';

/** A document to pack; `bytes` is null when it was purged. */
export interface BundledDocument extends Pick<
  DocumentRow,
  'key' | 'title' | 'version' | 'digest' | 'retention'
> {
  /** 'pdf', 'jpg' … */
  readonly extension: string;
  readonly bytes: Uint8Array | null;
}

export interface BundleSource extends Pick<
  Bundle,
  'genesis' | 'events' | 'checkpoints' | 'keys' | 'personal'
> {
  readonly documents: readonly BundledDocument[];
  readonly exportedAt: Instant;
  /** The offline verifier as one JavaScript file, so that a bundle can be checked wherever there is Node. */
  readonly verifier: Uint8Array;
}

/** The zip of a case: the same case exported at the same instant gives the same bytes. */
export function writeBundle(source: BundleSource, key: SealingKey): Uint8Array {
  const rows = source.documents.map(rowOf);
  const files = new Map<string, Uint8Array>([
    [BUNDLE_PATHS.readme, utf8(BUNDLE_README)],
    [BUNDLE_PATHS.index, utf8(indexCsv(rows))],
    [BUNDLE_PATHS.verifier, source.verifier],
    [BUNDLE_PATHS.genesis, lines([source.genesis])],
    [BUNDLE_PATHS.events, lines(source.events)],
    [BUNDLE_PATHS.checkpoints, lines(source.checkpoints)],
    [BUNDLE_PATHS.keys, lines(source.keys)],
    [BUNDLE_PATHS.personal, lines(source.personal)],
    [BUNDLE_PATHS.documents, lines(rows)],
  ]);
  source.documents.forEach(({ bytes }, index) => {
    const path = rows[index]?.path;
    if (path && bytes) files.set(path, bytes);
  });
  const manifest = manifestOf(source, files);
  files.set(BUNDLE_PATHS.manifest, lines([manifest]));
  files.set(BUNDLE_PATHS.seal, lines([{ keyId: key.keyId, signature: key.sign(sealedText(manifest)) }]));
  return packed(files);
}

/**
 * One packing for one content: sorted, stored without compression, dated 1980. So a verifier can pack again what
 * it read and compare, and even a byte of the zip's own headers cannot change unseen.
 */
export function packed(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(sorted);
  return zipSync(zippable, { level: 0, mtime: new Date(1980, 0, 1) });
}

function rowOf(
  { key, title, version, digest, retention, extension, bytes }: BundledDocument,
  index: number,
): DocumentRow {
  const number = String(index + 1).padStart(3, '0');
  const plain = (name: string) => name.replace(/[^A-Za-z0-9]+/g, '-');
  return {
    key,
    title,
    version,
    digest,
    retention,
    state: bytes ? 'kept' : 'purged',
    path: bytes ? `${DOCUMENT_FOLDER}${number}-${plain(key)}-v${version}.${plain(extension)}` : null,
  };
}

function manifestOf(source: BundleSource, files: ReadonlyMap<string, Uint8Array>): Manifest {
  const { genesis, events, exportedAt } = source;
  const last = events[events.length - 1];
  return {
    format: 'zhoudao-evidence-1',
    tenant: genesis.tenant,
    caseId: genesis.caseId,
    exportedAt,
    ...(last ? headAfter(last) : startOfChain(genesis, sha256Text)),
    files: [...files]
      .map(([path, bytes]) => ({ path, digest: sha256Bytes(bytes) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const lines = (values: readonly unknown[]): Uint8Array =>
  utf8(values.map((value) => `${canonicalJson(value)}\n`).join(''));
