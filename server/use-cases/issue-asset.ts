import type { Asset } from '@domain/offboarding/assets';
import { ok, refuse } from '@domain/result';
import { assetsView, openAssetsDesk } from '../offboarding/assets-desk';
import { assets } from '../repositories/assets';
import { type Answer, useCase } from '../use-case';

const MOST_THINGS = 60;
const ATTEMPTS_AT_A_RACE = 4;

/** Something that was handed out and is not in the list yet. The phone's command id names it: a repeat adds nothing. */
export const issueAsset = useCase('assets.issue', {
  async run(ports, caller, { commandId, caseId, name, number }): Promise<Answer<'assets.issue'>> {
    for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
      const desk = await openAssetsDesk(ports, caller, caseId);
      if (!desk) return refuse('case.unknown', {});
      if (!desk.canIssue) return refuse('action.not-yours', { whose: '资产保管人或人事' });
      const { items } = desk.things;
      if (items.some(({ id }) => id === commandId)) return ok(await assetsView(ports, caller, desk));
      if (items.some((one) => one.number === number)) return refuse('asset.number-taken', { number });
      if (items.length >= MOST_THINGS) return refuse('asset.too-many', { most: MOST_THINGS });
      const asset: Asset = { id: commandId, name, number, state: 'issued', history: [] };
      await assets.add(ports.database, desk.things, asset);
    }
    return refuse('conflict.busy', {});
  },
});
