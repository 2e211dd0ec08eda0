import { ok, refuse } from '@domain/result';
import { instantOf } from '@domain/time/instant';
import { showFiles } from '../files/show-files';
import { leavingProofs as proofs } from '../repositories/leaving-proofs';
import { type Answer, useCase } from '../use-case';
import { momentText } from '../wall-text';
import { openCase } from '../workflow/open-case';

/** Proofs are the leaver's own and HR's: nobody else who has a part in the case sees them. */
export const leavingProofs = useCase('leaving.proofs', {
  async run(ports, caller, { caseId }): Promise<Answer<'leaving.proofs'>> {
    const opened = await openCase(ports, caller, caseId);
    if (!opened?.may('viewPersonnel')) return refuse('case.unknown', {});
    const kept = await proofs.read(ports.database, caseId);
    if (!kept) return ok({ consentedText: null, urls: [] });
    const addresses = await showFiles(ports, kept.photos);
    return ok({
      consentedText: momentText(opened.org.zone, instantOf(kept.consentedAt)),
      urls: [...addresses.values()],
    });
  },
});
