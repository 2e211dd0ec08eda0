import { randomBytes } from 'node:crypto';
import { tagged } from '@domain/evidence/digest';
import type { Entry } from '@domain/evidence/chain';
import { instantOf } from '@domain/time/instant';
import { issueDocument } from '../documents/issue-document';
import { textsOf } from '../documents/paper';
import type { Paper } from '../documents/paper';
import { sha256Text } from '../evidence/digests';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { chainHeadOf } from '../repositories/chains';
import { appendToChain } from './append-to-chain';
import { openCaseFile } from './case-file';
import { chainCase } from './chain-case';
import type { Keeper } from './keeper';
import { type Drafted, DRAFTS } from './paper-contents';
import { freshNumber } from './paper-number';
import {
  CHECK_CODE_LENGTH,
  isPaperKey,
  PAPER_KINDS,
  type PaperAnswer,
  type PaperKey,
  type PaperOrder,
} from './paper-order';
import { signCheckpoint } from './sign-checkpoint';

const ATTEMPTS_AT_A_RACE = 4;

/**
 * Makes what a node ordered: first the chain is brought up to date, so that the paper's anchor covers all that came
 * before. The receipt brings the notice with it. A repeated order finds what the first one made.
 */
export async function makePaper(keeper: Keeper, order: PaperOrder): Promise<PaperAnswer> {
  const { caseId, document, nodeId, round } = order;
  if (!isPaperKey(document)) throw new Error(`nothing here makes a paper ${document}`);
  await chainCase(keeper, caseId);
  const orderedBy = `${nodeId}#${round}`;
  if (document === 'receipt') {
    const notice = await issue(keeper, caseId, 'notice', orderedBy);
    if (!notice.ok) return notice;
  }
  return issue(keeper, caseId, document, orderedBy);
}

async function issue(keeper: Keeper, caseId: string, key: PaperKey, orderedBy: string): Promise<PaperAnswer> {
  const { database } = keeper.ports;
  const earlier = (await caseDocuments.versionsOf(database, caseId, key)).find(
    (row) => row.orderedBy === orderedBy,
  );
  if (earlier?.digest) return made(earlier.digest);
  const file = await openCaseFile(keeper.ports, caseId);
  const drafted = await DRAFTS[key](file);
  if (!drafted.ok) return drafted;
  if (drafted.value === null) return made(null);
  const row = earlier ?? (await reserve(keeper, caseId, key, orderedBy, file.stored.applicantId));
  return row.digest ? made(row.digest) : draw(keeper, row, drafted.value, file.org.companyName);
}

const made = (digest: string | null): PaperAnswer => ({ ok: true, digest });

/** Fixes number, time, anchor and salt before anything is drawn: whoever draws again draws the same. */
async function reserve(
  keeper: Keeper,
  caseId: string,
  key: PaperKey,
  orderedBy: string,
  employmentId: string,
): Promise<CaseDocumentRow> {
  const { ports, chainKey } = keeper;
  const { title, prefix, retention } = PAPER_KINDS[key];
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const versions = await caseDocuments.versionsOf(ports.database, caseId, key);
    const mine = versions.find((row) => row.orderedBy === orderedBy);
    if (mine) return mine;
    const head = await appendToChain(keeper, caseId, () => Promise.resolve(null));
    const madeAt = ports.clock.now();
    const version = versions.length + 1;
    const row: CaseDocumentRow = {
      _id: `${caseId}:${key}:${version}`,
      caseId,
      key,
      version,
      form: 'paper',
      employmentId,
      title,
      number: freshNumber(prefix, new Date(madeAt).getUTCFullYear()),
      retention,
      state: 'reserved',
      madeAt,
      anchor: { ...chainHeadOf(head), keyId: chainKey.keyId },
      orderedBy,
      salt: randomBytes(16).toString('hex'),
      digest: null,
      contentDigest: null,
      fileId: null,
      bytes: 0,
      extension: 'pdf',
      revoked: null,
    };
    if (await caseDocuments.add(ports.database, row)) return row;
  }
  throw new Error(`the next version of ${key} in ${caseId} was taken ${ATTEMPTS_AT_A_RACE} times`);
}

async function draw(
  keeper: Keeper,
  row: CaseDocumentRow,
  drafted: Drafted,
  organisation: string,
): Promise<PaperAnswer> {
  const { ports, seal, typeface, verifyPage } = keeper;
  const heading = {
    organisation,
    number: row.number ?? '',
    anchor: row.anchor,
    checkCode: null,
    verifyPage,
    madeAt: instantOf(row.madeAt),
  };
  const contentDigest = contentDigestOf(drafted(heading), row.salt ?? '');
  const paper = drafted({ ...heading, checkCode: contentDigest.slice(0, CHECK_CODE_LENGTH) });
  const issued = await issueDocument(paper, typeface(), seal);
  if (!issued.ok) return issued;
  const { bytes, digest } = issued.value;
  const fileId = await ports.files.keep(`documents/${ports.ids.unique()}.pdf`, bytes);

  let winner = digest;
  const head = await appendToChain(keeper, row.caseId, async () => {
    const now = await caseDocuments.read(ports.database, row._id);
    winner = now?.digest ?? digest;
    if (now?.state !== 'reserved') return null;
    const set = { state: 'kept', digest, contentDigest, fileId, bytes: bytes.length };
    return {
      entries: [issuedEntry(keeper, row, digest)],
      beside: (transaction) => caseDocuments.update(transaction, row._id, { set }),
    };
  });
  if (winner !== digest) await ports.files.remove(fileId);
  if (row.key === 'certificate') await signCheckpoint(keeper, head, 'certificate');
  return made(winner);
}

/** A file cannot contain its own digest: this one is of its words, with a salt so that they cannot be guessed from it. */
const contentDigestOf = (paper: Paper, salt: string): string =>
  sha256Text(tagged('zhoudao.content.v1', { number: paper.number, salt, texts: textsOf(paper) }));

const issuedEntry = (
  { ports }: Keeper,
  { key, version, number, orderedBy }: CaseDocumentRow,
  digest: string,
): Entry => ({
  type: 'documentIssued',
  at: ports.clock.now(),
  actor: 'system',
  identity: 'system',
  facts: { key, version, number, orderedBy },
  documents: [{ key, digest }],
  sealed: [],
  purged: [],
});
