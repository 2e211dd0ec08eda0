import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import type { Instant } from '../time/instant';

/** 已领用 → 员工称已归还 → 保管人确认归还; or 遗失. */
export type AssetState = 'issued' | 'claimed' | 'returned' | 'lost';

export type AssetMove = 'claim' | 'confirm' | 'reject' | 'reportLost' | 'find';

/** The employee who holds it, or whoever keeps the company's things: IT, administration. */
export type AssetRole = 'employee' | 'keeper';

export interface AssetStep {
  readonly move: AssetMove;
  readonly by: string;
  readonly at: Instant;
  readonly note: string;
  /** Digests of photos. */
  readonly photos: readonly string[];
}

export interface Asset {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly state: AssetState;
  readonly history: readonly AssetStep[];
}

interface MoveRule {
  readonly from: readonly AssetState[];
  readonly to: AssetState;
  readonly who: readonly AssetRole[];
  /** Whether the other side needs to be told why. */
  readonly needsNote: boolean;
  /** Whether the other side needs to see it. */
  readonly needsPhoto: boolean;
}

/**
 * What shows that a thing came back: a picture, or from afar, where nobody is asked for one, a word as well (the
 * courier's number).
 */
export type AssetProof = 'photo' | 'photo or note';

/** Nobody confirms their own return; nothing here has an amount, and nothing here touches wages. */
const MOVES: Readonly<Record<AssetMove, MoveRule>> = {
  claim: { from: ['issued'], to: 'claimed', who: ['employee'], needsNote: false, needsPhoto: true },
  confirm: {
    from: ['issued', 'claimed'],
    to: 'returned',
    who: ['keeper'],
    needsNote: false,
    needsPhoto: false,
  },
  reject: { from: ['claimed'], to: 'issued', who: ['keeper'], needsNote: true, needsPhoto: false },
  reportLost: {
    from: ['issued', 'claimed'],
    to: 'lost',
    who: ['employee', 'keeper'],
    needsNote: true,
    needsPhoto: false,
  },
  find: { from: ['lost'], to: 'returned', who: ['keeper'], needsNote: false, needsPhoto: false },
};

export type AssetRefusal =
  | Refusal<'asset.not-in-this-state', { readonly state: AssetState; readonly move: AssetMove }>
  | Refusal<'asset.not-yours-to-move', { readonly role: AssetRole; readonly move: AssetMove }>
  | Refusal<'asset.note-missing', { readonly move: AssetMove }>
  | Refusal<'asset.photo-missing', { readonly move: AssetMove }>;

/** One step of an asset, kept in its history. */
export function moveAsset(
  asset: Asset,
  role: AssetRole,
  step: AssetStep,
  proof: AssetProof = 'photo',
): Result<Asset, AssetRefusal> {
  const { move } = step;
  const rule = MOVES[move];
  if (!rule.who.includes(role)) return refuse('asset.not-yours-to-move', { role, move });
  if (!rule.from.includes(asset.state))
    return refuse('asset.not-in-this-state', { state: asset.state, move });
  if (rule.needsNote && step.note.trim() === '') return refuse('asset.note-missing', { move });
  const shown = step.photos.length > 0 || (proof === 'photo or note' && step.note.trim() !== '');
  if (rule.needsPhoto && !shown) return refuse('asset.photo-missing', { move });
  return ok({ ...asset, state: rule.to, history: [...asset.history, step] });
}

/** What one side may do with a thing as it is now. */
export const movesOf = ({ state }: Asset, role: AssetRole): readonly AssetMove[] =>
  (Object.keys(MOVES) as AssetMove[]).filter(
    (move) => MOVES[move].from.includes(state) && MOVES[move].who.includes(role),
  );

/** Nothing is left to come back: everything is returned, or known to be lost. */
export const isSettled = (assets: readonly Asset[]): boolean =>
  assets.every(({ state }) => state === 'returned' || state === 'lost');
