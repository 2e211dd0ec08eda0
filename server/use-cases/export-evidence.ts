import { ok, refuse } from '@domain/result';
import { sizeText } from '../archive/readable-papers';
import { type Answer, useCase } from '../use-case';
import { openCase } from '../workflow/open-case';

/** The whole case as one zip, at an address that lives ten minutes. */
export const exportEvidence = useCase('evidence.export', {
  async run(ports, caller, { caseId }): Promise<Answer<'evidence.export'>> {
    const open = await openCase(ports, caller, caseId);
    // Requests of attendance have no chain.
    if (!open?.may('exportEvidence') || open.flow.definition.path === 'request')
      return refuse('case.unknown', {});
    const made = await ports.papers.exportBundle(caseId, caller.employment._id);
    const url = made && (await ports.files.addresses([made.fileId])).get(made.fileId);
    if (!made || !url) throw new Error(`the bundle of ${caseId} was not made`);
    const { digest, bytes } = made;
    return ok({ url, fileName: `存证包 ${caseId}.zip`, digest, sizeText: sizeText(bytes) });
  },
});
