import { isSettled } from '@domain/offboarding/assets';
import { ok, refuse } from '@domain/result';
import { ASSETS_NODE, assetsView, openAssetsDesk } from '../offboarding/assets-desk';
import { type Answer, useCase } from '../use-case';
import { finishAtNode } from '../workflow/run-on-case';

/** The keeper's step is done once nothing is out any more. Pay and certificate have never waited for it. */
export const closeAssets = useCase('assets.close', {
  async run(ports, caller, { commandId, caseId, taskId, round }): Promise<Answer<'assets.close'>> {
    const desk = await openAssetsDesk(ports, caller, caseId);
    if (!desk) return refuse('case.unknown', {});
    const { leaving, things } = desk;
    if (!isSettled(things.items)) {
      const out = things.items.filter(({ state }) => state === 'issued' || state === 'claimed');
      return refuse('asset.still-out', { names: out.map(({ name, number }) => `${name}（${number}）`) });
    }
    const body = { kind: 'complete', taskId, round } as const;
    const moved = await finishAtNode(ports, caller, leaving, ASSETS_NODE, commandId, body);
    if (!moved.ok) return moved;
    const after = await openAssetsDesk(ports, caller, caseId);
    return after ? ok(await assetsView(ports, caller, after)) : refuse('case.unknown', {});
  },
});
