import { randomBytes } from 'node:crypto';
import type { Entry } from '@domain/evidence/chain';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { chainHeadOf } from '../repositories/chains';
import { appendToChain } from './append-to-chain';
import type { Keeper } from './keeper';
import { freshNumber } from './paper-number';
import { PAPER_KINDS, type PaperKey } from './paper-order';

const ATTEMPTS_AT_A_RACE = 4;

/** Fixes number, time, anchor and salt before anything is drawn: whoever draws again draws the same. */
export async function reserve(
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

/** What the chain says of a paper that is there now. */
export const issuedEntry = (
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
