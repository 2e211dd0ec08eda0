import { ok, refuse } from '@domain/result';
import { instantOf } from '@domain/time/instant';
import type { OutputOf } from '@contract/contract';
import { ownPapers, papersOfCase, sizeText } from '../archive/readable-papers';
import { type Organisation, recentOrganisation } from '../organisation';
import type { CaseDocumentRow } from '../repositories/case-documents';
import { type Answer, useCase } from '../use-case';
import { templateTimeText } from '../wall-text';

type PaperLine = OutputOf<'document.list'>['papers'][number];

/** The papers of a case, or the caller's own. */
export const listDocuments = useCase('document.list', {
  async run(ports, caller, { caseId }): Promise<Answer<'document.list'>> {
    const org = await recentOrganisation(ports);
    if (caseId === null) {
      const papers = await ownPapers(ports, caller);
      return ok({ papers: papers.map((row) => lineOf(org, row, false)), canExport: false });
    }
    const read = await papersOfCase(ports, caller, caseId);
    if (!read) return refuse('case.unknown', {});
    const canRevoke = read.may('checkAsHr');
    return ok({
      papers: read.papers.map((row) => lineOf(org, row, canRevoke)),
      canExport: read.may('exportEvidence'),
    });
  },
});

function lineOf({ zone }: Organisation, row: CaseDocumentRow, mayRevoke: boolean): PaperLine {
  const { _id, title, number, version, madeAt, digest, bytes, revoked, state } = row;
  const purged = state === 'purged';
  return {
    id: _id,
    title,
    number: number ?? '',
    version,
    madeText: templateTimeText(zone, instantOf(madeAt)),
    digest: digest ?? '',
    sizeText: sizeText(bytes),
    revokedText: revoked && `${templateTimeText(zone, instantOf(revoked.at))}由人事撤销：${revoked.reason}`,
    purged,
    canRevoke: mayRevoke && revoked === null && !purged,
  };
}
