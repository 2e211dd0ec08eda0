import { isSettled, moveAsset, movesOf } from '@domain/offboarding/assets';
import type { Asset, AssetMove, AssetRole, AssetState } from '@domain/offboarding/assets';
import { instantOf } from '@domain/time/instant';

const laptop = (state: AssetState): Asset => ({
  id: 'a1',
  name: '笔记本电脑',
  number: 'A-001',
  state,
  history: [],
});
const step = (move: AssetMove, note = '说明') => ({
  move,
  by: 'p',
  at: instantOf(1),
  note,
  photos: ['photo'],
});

/** Everything that is allowed; all else is refused. */
const ALLOWED: readonly [AssetState, AssetRole, AssetMove, AssetState][] = [
  ['issued', 'employee', 'claim', 'claimed'],
  ['issued', 'keeper', 'confirm', 'returned'],
  ['claimed', 'keeper', 'confirm', 'returned'],
  ['claimed', 'keeper', 'reject', 'issued'],
  ['issued', 'employee', 'reportLost', 'lost'],
  ['issued', 'keeper', 'reportLost', 'lost'],
  ['claimed', 'employee', 'reportLost', 'lost'],
  ['claimed', 'keeper', 'reportLost', 'lost'],
  ['lost', 'keeper', 'find', 'returned'],
];
const STATES: readonly AssetState[] = ['issued', 'claimed', 'returned', 'lost'];
const ROLES: readonly AssetRole[] = ['employee', 'keeper'];
const MOVES: readonly AssetMove[] = ['claim', 'confirm', 'reject', 'reportLost', 'find'];
const EVERY = STATES.flatMap((state) =>
  ROLES.flatMap((role) => MOVES.map((move) => [state, role, move] as const)),
);

it.each(EVERY)('an asset that is %s: the %s may or may not %s it, as the table says', (state, role, move) => {
  const to = ALLOWED.find(([from, who, what]) => from === state && who === role && what === move)?.[3];
  const answer = moveAsset(laptop(state), role, step(move));
  expect(answer.ok ? answer.value.state : undefined).toBe(to);
});

it('the employee claims with a photo, the keeper confirms; both steps stay on record', () => {
  const claimed = moveAsset(laptop('issued'), 'employee', step('claim', ''));
  const returned = claimed.ok ? moveAsset(claimed.value, 'keeper', step('confirm', '')) : claimed;
  expect(returned.ok && returned.value.history.map(({ move }) => move)).toEqual(['claim', 'confirm']);
});

it.each(['reject', 'reportLost'] as const)('%s needs a word on why', (move) => {
  expect(moveAsset(laptop('claimed'), 'keeper', step(move, ' '))).toMatchObject({
    refusal: { code: 'asset.note-missing' },
  });
});

describe('the employee’s word that a thing came back', () => {
  const bare = { ...step('claim', ''), photos: [] };

  it('needs a picture', () => {
    expect(moveAsset(laptop('issued'), 'employee', bare)).toMatchObject({
      refusal: { code: 'asset.photo-missing' },
    });
    expect(moveAsset(laptop('issued'), 'employee', { ...bare, note: '放在前台' })).toMatchObject({
      refusal: { code: 'asset.photo-missing' },
    });
  });

  it('from afar needs a picture or the courier’s number', () => {
    expect(moveAsset(laptop('issued'), 'employee', bare, 'photo or note').ok).toBe(false);
    const sent = { ...bare, note: '顺丰 SF1234567890' };
    expect(moveAsset(laptop('issued'), 'employee', sent, 'photo or note').ok).toBe(true);
  });
});

it('each side is offered exactly what it may do', () => {
  for (const state of STATES)
    for (const role of ROLES)
      expect([...movesOf(laptop(state), role)].sort()).toEqual(
        ALLOWED.filter(([from, who]) => from === state && who === role)
          .map(([, , move]) => move)
          .sort(),
      );
});

it('things are settled when each is back or known to be lost', () => {
  expect(isSettled([laptop('returned'), laptop('lost')])).toBe(true);
  expect(isSettled([laptop('returned'), laptop('claimed')])).toBe(false);
  expect(isSettled([])).toBe(true);
});
