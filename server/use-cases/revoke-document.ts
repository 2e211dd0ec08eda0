import { ok, refuse } from '@domain/result';
import { paperFor } from '../archive/readable-papers';
import { type Answer, useCase } from '../use-case';

/** HR withdraws a paper; the file stays in the case, the verify page says so. */
export const revokeDocument = useCase('document.revoke', {
  async run(ports, caller, { documentId, reason }): Promise<Answer<'document.revoke'>> {
    if (reason === '') return refuse('reason.missing', {});
    const row = await paperFor(ports, caller, documentId, 'checkAsHr');
    if (!row) return refuse('document.unknown', {});
    const done = await ports.papers.revoke(documentId, caller.employment._id, reason);
    return done ? ok({ text: `已撤销${row.title}` }) : refuse('document.already-revoked', {});
  },
});
