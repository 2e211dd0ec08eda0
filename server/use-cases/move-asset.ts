import { type Asset, type AssetRefusal, moveAsset as nextState } from '@domain/offboarding/assets';
import { ok, refuse } from '@domain/result';
import type { Caller } from '../caller';
import {
  ASSETS_NODE,
  type AssetsDesk,
  assetsView,
  moveText,
  openAssetsDesk,
} from '../offboarding/assets-desk';
import type { Ports } from '../ports';
import { assets } from '../repositories/assets';
import { type Answer, useCase } from '../use-case';
import { isRepeated } from '../workflow/open-leaving-case';
import { runOnCase } from '../workflow/run-on-case';
import { takePhotos } from '../workflow/take-photos';

/** Somebody else moved the thing between looking and storing. */
class MovedMeanwhile extends Error {
  constructor(readonly refusal: AssetRefusal) {
    super(refusal.code);
  }
}

/**
 * One step of a thing, told to the other side in the case's conversation with its pictures: both in one transaction.
 * Nothing here touches pay.
 */
export const moveAsset = useCase('assets.move', {
  async run(ports, caller, input): Promise<Answer<'assets.move'>> {
    const { commandId, caseId, assetId, move, note, photoIds } = input;
    const desk = await openAssetsDesk(ports, caller, caseId);
    if (!desk) return refuse('case.unknown', {});
    if (isRepeated(desk.leaving, commandId)) return answered(ports, caller, caseId);
    const { role, proof, leaving, things } = desk;
    if (role === null) return refuse('action.not-yours', { whose: '员工本人或资产保管人' });
    const seen = things.items.find(({ id }) => id === assetId);
    if (!seen) return refuse('asset.unknown', {});
    const step = (photos: readonly string[]) => ({
      move,
      by: caller.employment._id,
      at: ports.clock.now(),
      note,
      photos,
    });
    // Before the pictures are taken in: what is refused should leave nothing behind.
    const checked = nextState(seen, role, step(photoIds), proof);
    if (!checked.ok) return checked;
    const taken = await takePhotos(ports, caller.openid, photoIds, { caseId, retention: 'assetPhoto' });
    if (!taken.ok) return taken;
    const moved = (asset: Asset): Asset => {
      const next = nextState(asset, role, step(taken.value), proof);
      if (!next.ok) throw new MovedMeanwhile(next.refusal);
      return next.value;
    };
    const text = moveText(seen, move, note);
    const body = { kind: 'comment', ...toldTo(desk), text, photos: taken.value } as const;
    try {
      const told = await runOnCase(ports, caller, leaving.stored, commandId, body, async (transaction) => {
        const now = await assets.read(transaction, leaving.stored.applicantId);
        const asset = now.items.find(({ id }) => id === assetId) ?? seen;
        await assets.replace(transaction, now, moved(asset));
      });
      if (!told.ok) return told;
    } catch (error) {
      if (error instanceof MovedMeanwhile) return { ok: false, refusal: error.refusal };
      throw error;
    }
    return answered(ports, caller, caseId);
  },
});

/** At the open step its handlers and the leaver hear of it; before and after that step, the other side by name. */
function toldTo({
  leaving: { stored, staff },
  role,
}: AssetsDesk): { readonly nodeId: string } | { readonly mentions: readonly string[] } {
  if (stored.state.nodes[ASSETS_NODE]?.status === 'open') return { nodeId: ASSETS_NODE };
  return { mentions: role === 'keeper' ? [stored.applicantId] : staff.directory.holders('admin') };
}

async function answered(ports: Ports, caller: Caller, caseId: string): Promise<Answer<'assets.move'>> {
  const desk = await openAssetsDesk(ports, caller, caseId);
  return desk ? ok(await assetsView(ports, caller, desk)) : refuse('case.unknown', {});
}
