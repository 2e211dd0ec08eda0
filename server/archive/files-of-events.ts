import type { CaseEvent } from '@domain/approval/events';
import type { RetentionClass } from '@domain/evidence/retention';
import { sha256Bytes } from '../evidence/digests';
import type { Transaction } from '../ports';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { cases } from '../repositories/cases';
import { fileUses } from '../repositories/file-uses';
import { photos } from '../repositories/photos';
import type { Keeper } from './keeper';
import { signedText } from './signed-texts';

/** Keeps the row of a file with the event that names it; nothing to do when the row is there already. */
type Keep = (transaction: Transaction) => Promise<void>;

/**
 * The files that events name by digest and that are really there, as 'key digest': papers made before, the texts
 * that people signed, photos of the case.
 */
export async function filesNamedBy(
  keeper: Keeper,
  caseId: string,
  events: readonly CaseEvent[],
): Promise<ReadonlyMap<string, Keep>> {
  const named = events.flatMap(namedIn);
  const found = new Map<string, Keep>();
  if (named.length === 0) return found;
  const { database } = keeper.ports;
  const [rows, stored] = await Promise.all([
    caseDocuments.ofCase(database, caseId),
    cases.read(database, caseId),
  ]);
  if (!stored) return found;
  let counts = new Map<string, number>();
  for (const row of rows) counts = counts.set(prefixOf(row), (counts.get(prefixOf(row)) ?? 0) + 1);
  for (const { key, digest } of named) {
    const mark = `${key} ${digest}`;
    if (found.has(mark)) continue;
    if (rows.some((row) => row.key === key && row.digest === digest)) {
      found.set(mark, () => Promise.resolve());
      continue;
    }
    const file =
      key === 'photo' ? await photoFile(keeper, caseId, digest) : await textFile(keeper, caseId, key, digest);
    if (!file) continue;
    const prefix = `${caseId}:${key === 'photo' ? 'photo' : `${key}-text`}`;
    const version = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, version);
    const row: CaseDocumentRow = {
      _id: `${prefix}:${version}`,
      caseId,
      key,
      version,
      employmentId: stored.applicantId,
      number: null,
      state: 'kept',
      madeAt: keeper.ports.clock.now(),
      anchor: null,
      orderedBy: '',
      salt: null,
      digest,
      contentDigest: null,
      revoked: null,
      ...file,
    };
    found.set(mark, (transaction) => caseDocuments.addInside(transaction, row));
  }
  return found;
}

const prefixOf = ({ _id }: CaseDocumentRow): string => _id.slice(0, _id.lastIndexOf(':'));

function namedIn({ body }: CaseEvent): readonly { readonly key: string; readonly digest: string }[] {
  switch (body.type) {
    case 'noticeArrived':
      return body.documentDigest === null ? [] : [{ key: 'notice', digest: body.documentDigest }];
    case 'documentChanged':
      return [{ key: body.document, digest: body.digest }];
    case 'taskDecided':
    case 'commented':
      return body.photos.map((digest) => ({ key: 'photo', digest }));
    default:
      return [];
  }
}

type File = Pick<CaseDocumentRow, 'form' | 'title' | 'retention' | 'fileId' | 'bytes' | 'extension'>;

const TITLES: Readonly<Record<string, readonly [string, RetentionClass]>> = {
  notice: ['通知书签署原文', 'contract'],
  handover: ['交接清单签署原文', 'handover'],
  nonCompete: ['竞业限制签署原文', 'nonCompete'],
  settlement: ['结算单确认原文', 'wages'],
};

/** The text is kept once, when the event that names it goes on the chain. */
async function textFile(keeper: Keeper, caseId: string, key: string, digest: string): Promise<File | null> {
  const text = await signedText(keeper.ports, caseId, key, digest);
  if (text === null) return null;
  const bytes = new TextEncoder().encode(text);
  if (sha256Bytes(bytes) !== digest) return null;
  const { files, ids } = keeper.ports;
  const fileId = await files.keep(`documents/${ids.unique()}.txt`, bytes);
  const [title, retention] = TITLES[key] ?? ['签署原文', 'contract'];
  return { form: 'text', title, retention, fileId, bytes: bytes.length, extension: 'txt' };
}

/** Kept as long as what it was handed in for. */
async function photoFile({ ports }: Keeper, caseId: string, digest: string): Promise<File | null> {
  const [[photo], use] = await Promise.all([
    photos.read(ports.database, [digest]),
    fileUses.read(ports.database, caseId, digest),
  ]);
  if (!photo) return null;
  const { fileId, bytes, kind = 'picture' } = photo;
  const [title, extension] = kind === 'picture' ? ['照片', 'jpg'] : ['附件', kind];
  return { form: 'photo', title, retention: use?.retention ?? 'conversation', fileId, bytes, extension };
}
