import { lintFlow } from '@domain/approval/lint-flow';
import { FLAW_CODES } from '@domain/approval/lint/flaw';
import { publishFlow } from '@domain/approval/publish-flow';
import { draftOf, FLOW_NAMES, sha256 } from './cast';
import { changed, human, isRefused, node } from './flawed';
import { FLAWED_LAWS } from './flawed-law';
import { FLAWED_SHAPES } from './flawed-shape';

const leave = draftOf('leave');
const leaving = draftOf('leaving');
const FLAWED = [...FLAWED_SHAPES, ...FLAWED_LAWS];

describe('publishing a flow', () => {
  it.each(FLOW_NAMES)('accepts the flow %s', (name) => expect(lintFlow(draftOf(name))).toEqual([]));

  it.each(FLAWED)('is refused when %s', (...flawed) => isRefused(flawed));

  it('has a test for every flaw', () =>
    expect(FLAW_CODES.filter((code) => !FLAWED.some((row) => row[1] === code))).toEqual([]));

  it('names every flaw of a draft at once', () => {
    const draft = changed(
      changed(leave, 'leader', human({ due: undefined })),
      'panel',
      human({ fallback: undefined }),
    );
    const refused = publishFlow(draft, sha256);
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'flow.not-publishable',
        facts: {
          flaws: [
            { code: 'flow.no-due', node: 'leader' },
            { code: 'flow.no-fallback', node: 'panel' },
          ],
        },
      },
    });
  });

  it('lets a certificate be reached by joining the last day with something else than the handover', () =>
    expect(
      lintFlow(changed(leaving, 'it', node({ next: [{ to: 'archive' }, { to: 'certificate' }] }))),
    ).toEqual([]));
});
