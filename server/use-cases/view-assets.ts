import { ok, refuse } from '@domain/result';
import { assetsView, openAssetsDesk } from '../offboarding/assets-desk';
import { type Answer, useCase } from '../use-case';

/** The company's things that the leaver has. */
export const viewAssets = useCase('assets.view', {
  async run(ports, caller, { caseId }): Promise<Answer<'assets.view'>> {
    const desk = await openAssetsDesk(ports, caller, caseId);
    return desk ? ok(await assetsView(ports, caller, desk)) : refuse('case.unknown', {});
  },
});
