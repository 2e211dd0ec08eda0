import { tagged } from '@domain/evidence/digest';
import { instantOf } from '@domain/time/instant';
import { issueDocument } from '../documents/issue-document';
import { textsOf } from '../documents/paper';
import type { Paper } from '../documents/paper';
import { sha256Text } from '../evidence/digests';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { appendToChain } from './append-to-chain';
import { type CaseFile, openCaseFile } from './case-file';
import { chainCase } from './chain-case';
import type { Keeper } from './keeper';
import { type Drafted, DRAFTS } from './paper-contents';
import {
  CHECK_CODE_LENGTH,
  isPaperKey,
  orderedByOf,
  type PaperAnswer,
  type PaperKey,
  type PaperOrder,
} from './paper-order';
import { issuedEntry, reserve } from './paper-row';
import { signCheckpoint } from './sign-checkpoint';

/**
 * Makes what a node ordered: first the chain is brought up to date, so that the paper's anchor covers all that came
 * before. The receipt brings the notice with it. A repeated order finds what the first one made.
 */
export async function makePaper(keeper: Keeper, order: PaperOrder): Promise<PaperAnswer> {
  const { caseId, document } = order;
  if (!isPaperKey(document)) throw new Error(`nothing here makes a paper ${document}`);
  await chainCase(keeper, caseId);
  const orderedBy = orderedByOf(order);
  if (document === 'receipt' && !(await isMade(keeper, caseId, document, orderedBy))) {
    const notice = await issue(keeper, caseId, 'notice', orderedBy);
    if (!notice.ok) return notice;
  }
  return issue(keeper, caseId, document, orderedBy);
}

/** Also by hand: then the notice that could not be drawn is not tried again. */
const isMade = async (
  { ports }: Keeper,
  caseId: string,
  key: PaperKey,
  orderedBy: string,
): Promise<boolean> =>
  (await caseDocuments.versionsOf(ports.database, caseId, key)).some(
    (row) => row.orderedBy === orderedBy && row.digest !== null,
  );

async function issue(keeper: Keeper, caseId: string, key: PaperKey, orderedBy: string): Promise<PaperAnswer> {
  const { database } = keeper.ports;
  const earlier = (await caseDocuments.versionsOf(database, caseId, key)).find(
    (row) => row.orderedBy === orderedBy,
  );
  if (earlier?.digest) return made(earlier.digest);
  const file = await openCaseFile(keeper.ports, caseId);
  const drafted = await DRAFTS[key](key === 'archiveIndex' ? withMarkedGaps(keeper, file) : file);
  if (!drafted.ok) return drafted;
  if (drafted.value === null) return made(null);
  const row = earlier ?? (await reserve(keeper, caseId, key, orderedBy, file.stored.applicantId));
  return row.digest ? made(row.digest) : draw(keeper, row, drafted.value, file.org.companyName);
}

/** The list of the archive is for finding things: it marks what the font lacks where a paper for others is refused. */
function withMarkedGaps({ typeface }: Keeper, file: CaseFile): CaseFile {
  const marked = (text: string) => [...text].map((one) => (typeface().draws(one) ? one : '〓')).join('');
  const { name, department, post } = file.employee;
  const employee = {
    ...file.employee,
    name: marked(name),
    department: marked(department),
    post: marked(post),
  };
  return { ...file, employee };
}

const made = (digest: string | null): PaperAnswer => ({ ok: true, digest });

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
