import type { CaseAction } from '@domain/offboarding/permissions';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { openCase, type OpenCase } from '../workflow/open-case';

/** Whether it is a finished paper; texts and photos of a case are only in its bundle. */
const isPaper = ({ form, state }: CaseDocumentRow): boolean => form === 'paper' && state !== 'reserved';

/** The papers about the caller, newest first, without another read than theirs. */
export async function ownPapers({ database }: Ports, caller: Caller): Promise<readonly CaseDocumentRow[]> {
  return [...(await caseDocuments.papersAbout(database, caller.employment._id))].filter(isPaper).reverse();
}

/**
 * A case's papers, newest first, with what else the caller may do; null for a case that is not the caller's to read.
 * Whoever signed one reads that one and no other: a recipient the handover's list.
 */
export async function papersOfCase(ports: Ports, caller: Caller, caseId: string) {
  const open = await openCase(ports, caller, caseId);
  if (!open) return null;
  const mayRead = readableIn(open);
  const papers = [...(await caseDocuments.ofCase(ports.database, caseId))].filter(isPaper).filter(mayRead);
  if (papers.length === 0 && !open.may('downloadPapers')) return null;
  return { papers: papers.reverse(), may: open.may };
}

const readableIn =
  ({ may, stored: { state }, viewerId }: OpenCase) =>
  ({ key }: CaseDocumentRow): boolean =>
    may('downloadPapers') ||
    state.signatures.some(
      ({ person, document, voidedBySeq }) => person === viewerId && document === key && voidedBySeq === null,
    );

/** One paper that the caller may read, or do this with; null alike for one that is not there. */
export async function paperFor(
  ports: Ports,
  caller: Caller,
  documentId: string,
  action: CaseAction = 'downloadPapers',
): Promise<CaseDocumentRow | null> {
  const row = await caseDocuments.read(ports.database, documentId);
  if (!row || !isPaper(row)) return null;
  const isReading = action === 'downloadPapers';
  if (isReading && row.employmentId === caller.employment._id) return row;
  const open = await openCase(ports, caller, row.caseId);
  if (!open) return null;
  return open.may(action) || (isReading && readableIn(open)(row)) ? row : null;
}

/** '离职证明 ZM-2026-4F7K-9Q2M.pdf' */
export const fileNameOf = ({ title, number, extension }: CaseDocumentRow): string =>
  `${title} ${number ?? ''}.${extension}`;

/** '32 KB', '1.4 MB' */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
