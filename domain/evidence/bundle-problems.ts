import { fitsAnchor } from './anchor';
import type { Anchor } from './anchor';
import { DOCUMENT_FOLDER, sealedText } from './bundle';
import type { Bundle, DocumentRow } from './bundle';
import type { BrokenChain, ChainHead } from './chain';
import { checkpointFault, isValidAt } from './checkpoint';
import type { CheckpointFault, CheckSignature, KeyIdOf } from './checkpoint';
import type { Digest, DigestText } from './digest';
import { sealFault } from './personal-data';
import type { PersonalRecord, SealFault } from './personal-data';

/** What is wrong with a bundle. Events count from 1; `place` is the event that put the thing on the chain, if any did. */
export type Problem =
  | ({ readonly kind: 'event' } & BrokenChain['facts'])
  | {
      readonly kind: 'document';
      readonly title: string;
      readonly place: number | null;
      readonly reason: DocumentFault;
    }
  | {
      readonly kind: 'personal';
      readonly name: string;
      readonly place: number | null;
      readonly reason: PersonalFault;
    }
  | { readonly kind: 'purge'; readonly place: number }
  | {
      readonly kind: 'key';
      readonly keyId: string;
      readonly reason: 'id does not fit' | 'twice' | 'not trusted';
    }
  | {
      readonly kind: 'checkpoint';
      /** From 1, as they stand in the file. */
      readonly number: number;
      readonly count: number;
      readonly reason: Exclude<CheckpointFault, 'no such event'>;
    }
  | { readonly kind: 'anchor'; readonly count: number; readonly reason: 'does not fit' | 'no such event' }
  | { readonly kind: 'file'; readonly path: string; readonly reason: 'missing' | 'changed' | 'not listed' }
  | { readonly kind: 'seal'; readonly reason: 'signature does not fit' | 'unknown key' | 'another chain' };

type Absence = 'missing' | 'not on the chain' | 'gone without a purge' | 'purged but still here';
export type DocumentFault = Absence | 'changed';
export type PersonalFault = Absence | SealFault;

type Event = Bundle['events'][number];

/** Mark → the place of the first event that carries it. */
function placesOf(bundle: Bundle, marksIn: (event: Event) => readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const event of bundle.events)
    for (const mark of marksIn(event)) if (!places.has(mark)) places.set(mark, event.seq);
  return places;
}

export const purgedIn = (bundle: Bundle): ReadonlyMap<Digest, number> =>
  placesOf(bundle, ({ entry }) => entry.purged.map(({ digest }) => digest));

/** Digest and name together: a fitting digest under another name is another thing. */
const markOf = (digest: Digest, name: string): string => `${digest} ${name}`;
const nameIn = (mark: string): string => mark.slice(mark.indexOf(' ') + 1);

export function documentProblem(bundle: Bundle): Problem | null {
  const marked = placesOf(bundle, ({ entry }) =>
    entry.documents.map(({ key, digest }) => markOf(digest, key)),
  );
  const purged = purgedIn(bundle);
  for (const row of bundle.documents) {
    const place = marked.get(markOf(row.digest, row.key)) ?? null;
    const reason = place === null ? 'not on the chain' : documentFault(row, bundle, purged.has(row.digest));
    if (reason) return { kind: 'document', title: row.title, place, reason };
  }
  const rows = new Set(bundle.documents.map(({ key, digest }) => markOf(digest, key)));
  for (const [mark, place] of marked)
    if (!rows.has(mark)) return { kind: 'document', title: nameIn(mark), place, reason: 'missing' };
  const known = new Set(bundle.documents.map(({ path }) => path));
  for (const path of bundle.files.keys())
    if (path.startsWith(DOCUMENT_FOLDER) && !known.has(path))
      return { kind: 'document', title: path, place: null, reason: 'not on the chain' };
  return null;
}

function documentFault(row: DocumentRow, { files }: Bundle, isPurged: boolean): DocumentFault | null {
  if (row.path === null || row.state === 'purged') return isPurged ? null : 'gone without a purge';
  if (isPurged) return 'purged but still here';
  const found = files.get(row.path);
  if (found === undefined) return 'missing';
  return found === row.digest ? null : 'changed';
}

export function personalProblem(bundle: Bundle, digest: DigestText): Problem | null {
  const marked = placesOf(bundle, ({ entry }) => entry.sealed.map((mark) => markOf(mark.digest, mark.name)));
  const purged = purgedIn(bundle);
  for (const record of bundle.personal) {
    const place = marked.get(markOf(record.digest, record.name)) ?? null;
    const reason =
      place === null
        ? 'not on the chain'
        : personalFault(record, bundle.genesis.caseId, purged.has(record.digest), digest);
    if (reason) return { kind: 'personal', name: record.name, place, reason };
  }
  const records = new Set(bundle.personal.map((record) => markOf(record.digest, record.name)));
  for (const [mark, place] of marked)
    if (!records.has(mark)) return { kind: 'personal', name: nameIn(mark), place, reason: 'missing' };
  return null;
}

function personalFault(
  record: PersonalRecord,
  caseId: string,
  isPurged: boolean,
  digest: DigestText,
): PersonalFault | null {
  if (record.state === 'purged') return isPurged ? null : 'gone without a purge';
  if (isPurged) return 'purged but still here';
  return sealFault(caseId, record, digest);
}

/** A purge may only name what an earlier event put on the chain: a mark made in advance would excuse a later loss. */
export function purgeProblem(bundle: Bundle): Problem | null {
  const known = new Set<Digest>();
  for (const { seq, entry } of bundle.events) {
    if (entry.purged.some(({ digest }) => !known.has(digest))) return { kind: 'purge', place: seq };
    for (const { digest } of [...entry.documents, ...entry.sealed]) known.add(digest);
  }
  return null;
}

/** `trusted`: the only keys that count, when there are any. */
export function keyProblem({ keys }: Bundle, keyIdOf: KeyIdOf, trusted: readonly string[]): Problem | null {
  const seen = new Set<string>();
  for (const { keyId, publicKey } of keys) {
    if (keyIdOf(publicKey) !== keyId) return { kind: 'key', keyId, reason: 'id does not fit' };
    if (seen.has(keyId)) return { kind: 'key', keyId, reason: 'twice' };
    if (trusted.length > 0 && !trusted.includes(keyId)) return { kind: 'key', keyId, reason: 'not trusted' };
    seen.add(keyId);
  }
  return null;
}

export function checkpointProblem(
  bundle: Bundle,
  heads: readonly ChainHead[],
  check: CheckSignature,
): Problem | null {
  for (const [index, checkpoint] of bundle.checkpoints.entries()) {
    const reason = checkpointFault(checkpoint, bundle.genesis, heads, bundle.keys, check);
    if (reason === 'no such event') return { kind: 'event', place: heads.length, reason: 'missing' };
    if (reason) return { kind: 'checkpoint', number: index + 1, count: checkpoint.count, reason };
  }
  return null;
}

export function anchorProblem(heads: readonly ChainHead[], anchors: readonly Anchor[]): Problem | null {
  for (const anchor of anchors) {
    const { count } = anchor;
    if (count >= heads.length) return { kind: 'anchor', count, reason: 'no such event' };
    if (!fitsAnchor(anchor, heads)) return { kind: 'anchor', count, reason: 'does not fit' };
  }
  return null;
}

export function fileProblem({ manifest, files }: Bundle): Problem | null {
  const listed = new Set<string>();
  for (const { path, digest } of manifest.files) {
    listed.add(path);
    const found = files.get(path);
    if (found === undefined) return { kind: 'file', path, reason: 'missing' };
    if (found !== digest) return { kind: 'file', path, reason: 'changed' };
  }
  for (const path of files.keys()) if (!listed.has(path)) return { kind: 'file', path, reason: 'not listed' };
  return null;
}

export function sealProblem(
  bundle: Bundle,
  heads: readonly ChainHead[],
  check: CheckSignature,
): Problem | null {
  const { manifest, genesis, keys, seal } = bundle;
  const key = keys.find(({ keyId }) => keyId === seal.keyId);
  if (!key || !isValidAt(key, manifest.exportedAt)) return { kind: 'seal', reason: 'unknown key' };
  if (!check(key, sealedText(manifest), seal.signature))
    return { kind: 'seal', reason: 'signature does not fit' };
  if (manifest.count >= heads.length) return { kind: 'event', place: heads.length, reason: 'missing' };
  const isThisChain =
    manifest.tenant === genesis.tenant &&
    manifest.caseId === genesis.caseId &&
    manifest.count === heads.length - 1 &&
    manifest.head === heads[manifest.count]?.head;
  return isThisChain ? null : { kind: 'seal', reason: 'another chain' };
}
