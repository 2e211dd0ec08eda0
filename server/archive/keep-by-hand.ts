import { sha256Bytes } from '../evidence/digests';
import { caseDocuments } from '../repositories/case-documents';
import { kindOfFile } from '../workflow/file-kinds';
import { appendToChain } from './append-to-chain';
import { openCaseFile } from './case-file';
import { chainCase } from './chain-case';
import { issuedEntry, reserve } from './paper-row';
import type { Keeper } from './keeper';
import { orderedByOf, type PaperByHand } from './paper-order';
import { signCheckpoint } from './sign-checkpoint';

/**
 * Keeps the picture of a paper that HR has made by hand, in place of the one that could not be drawn: the order that
 * asked for it finds it made. Its number is one of the verify page only with the digest of the whole file, for its
 * words are nobody's to hash. Resolves to the digest; of two at once the first is kept.
 *
 * @throws Error when the uploaded file is gone
 */
export async function keepByHand(keeper: Keeper, order: PaperByHand): Promise<string> {
  const { caseId, document, by, fileId: uploaded } = order;
  const { database, files, ids } = keeper.ports;
  await chainCase(keeper, caseId);
  const orderedBy = orderedByOf(order);
  const versions = await caseDocuments.versionsOf(database, caseId, document);
  const earlier = versions.find((row) => row.orderedBy === orderedBy);
  if (earlier?.digest) return earlier.digest;
  const bytes = await files.read(uploaded);
  if (!bytes) throw new Error(`the upload for ${document} of ${caseId} is gone`);
  const { stored } = await openCaseFile(keeper.ports, caseId);
  const row = earlier ?? (await reserve(keeper, caseId, document, orderedBy, stored.applicantId));
  const digest = sha256Bytes(bytes);
  const extension = kindOfFile(bytes) === 'pdf' ? 'pdf' : 'jpg';
  const fileId = await files.keep(`documents/${ids.unique()}.${extension}`, bytes);

  let winner: string = digest;
  const head = await appendToChain(keeper, caseId, async () => {
    const now = await caseDocuments.read(database, row._id);
    winner = now?.digest ?? digest;
    if (now?.state !== 'reserved') return null;
    const set = {
      state: 'kept',
      title: `${now.title}（纸质件）`,
      digest,
      fileId,
      bytes: bytes.length,
      extension,
    };
    return {
      entries: [{ ...issuedEntry(keeper, row, digest), actor: by, identity: 'session' }],
      beside: (transaction) => caseDocuments.update(transaction, row._id, { set }),
    };
  });
  if (winner !== digest) await files.remove(fileId);
  if (document === 'certificate') await signCheckpoint(keeper, head, 'certificate');
  return winner;
}
