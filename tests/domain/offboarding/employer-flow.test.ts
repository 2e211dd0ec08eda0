import { EMPLOYER_FLOW } from '@domain/offboarding/flows/employer';
import type { ScenarioStep } from '../../../scripts/scenario/scenario-file';
import { openNodesOf, playSteps, OWED_AT_THE_END } from './leaving-cast';

describe('the employer’s path', () => {
  const summoned: readonly ScenarioStep[] = [
    {
      at: '2026-10-22 09:00',
      by: 'heidi',
      does: 'start',
      with: { applicant: 'zhang' },
      dates: { lastDay: '2026-11-21' },
      fields: { lastSeen: '2026-10-12', attempts: '电话 5 次、短信 3 次' },
    },
    { by: 'heidi', does: 'complete', task: 'summons', photos: ['p1'], fields: { answerBy: '2026-11-02' } },
  ];

  it('ends as soon as the employee answers', () => {
    const played = playSteps(EMPLOYER_FLOW, [
      ...summoned,
      { by: 'zhang', does: 'acknowledge', task: 'answer' },
    ]);
    expect(played.at(-1)?.state).toMatchObject({ status: 'closed', result: 'rejected' });
  });

  it('goes on in silence: the union first, then a decision with its ground, and everything owed all the same', () => {
    const played = playSteps(EMPLOYER_FLOW, [
      ...summoned,
      { at: '2026-11-05 10:00', by: 'heidi', does: 'complete', task: 'union', photos: ['p2'] },
      {
        by: 'heidi',
        does: 'agree',
        task: 'decision',
        photos: ['p3'],
        fields: { ground: '连续旷工', article: '《劳动合同法》第三十九条第二项' },
      },
      { at: '2026-11-21 18:30', does: 'nothing' },
    ]);
    expect(openNodesOf(played)).toEqual(expect.arrayContaining(OWED_AT_THE_END));
  });

  it('cannot be started by a leader', () => {
    const played = playSteps(EMPLOYER_FLOW, [
      { ...(summoned[0] as ScenarioStep), by: 'li', expect: { refused: 'start.not-allowed' } },
    ]);
    expect(played[0]?.refusal?.code).toBe('start.not-allowed');
  });
});
