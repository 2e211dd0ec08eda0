import { AGREEMENT_FLOW, REMOTE_FLOW } from '@domain/offboarding/flows/agreement';
import type { ScenarioStep } from '../../../scripts/scenario/scenario-file';
import {
  CLEARED,
  effectsDone,
  HANDED_OVER,
  openNodesOf,
  playSteps,
  ready,
  SETTLED,
  sign,
  OWED_AT_THE_END,
  archived,
} from './leaving-cast';

describe.each([
  ['by agreement', AGREEMENT_FLOW],
  ['from afar', REMOTE_FLOW],
])('leaving %s', (_, flow) => {
  const agreed: readonly ScenarioStep[] = [
    {
      at: '2026-10-22 09:00',
      by: 'zhang',
      does: 'start',
      dates: { lastDay: '2026-10-31' },
      fields: { wishedLastDay: '2026-10-31' },
    },
    { by: 'li', does: 'agree', task: 'leader', fields: { recipient: 'wang' } },
    {
      by: 'hana',
      does: 'agree',
      task: 'hrTerms',
      fields: { compensationFen: 2_500_000, insuranceChecked: true, fundChecked: true, assetsListed: true },
    },
    ready('agreement', 'agreement', 'a1'),
  ];
  const signedByBoth: readonly ScenarioStep[] = [
    ...agreed,
    sign('zhang', 'employeeAgrees', 'agreement', 'a1', 'reliable'),
    sign('heidi', 'companyAgrees', 'agreement', 'a1', 'reliable'),
  ];

  it('goes from the wish to the archive, compensation after the handover', () => {
    const played = playSteps(
      flow,
      archived([
        ...signedByBoth,
        ...HANDED_OVER,
        { by: 'finn', does: 'complete', task: 'compensation' },
        ...CLEARED,
        ...SETTLED,
      ]),
    );
    expect(played.at(-1)?.state).toMatchObject({ status: 'closed', result: 'finished' });
  });

  it('asks the signing provider once, though the command comes three times', () => {
    const last = agreed.at(-1);
    const played = playSteps(flow, [...agreed.slice(0, -1), { ...last, tap: 'same', times: 3 }]);
    expect(effectsDone(played).filter((effect) => effect === 'callProvider')).toEqual(['callProvider']);
  });

  it('needs a reliable signature on the agreement', () => {
    const played = playSteps(flow, [
      ...agreed,
      {
        ...sign('zhang', 'employeeAgrees', 'agreement', 'a1'),
        expect: { refused: 'signature.level-too-low' },
      },
    ]);
    expect(played.at(-1)?.refusal?.code).toBe('signature.level-too-low');
  });

  it('can fail, and says that giving notice remains', () => {
    const played = playSteps(flow, [
      agreed[0] as ScenarioStep,
      { by: 'li', does: 'reject', task: 'leader', comment: '交接来不及' },
    ]);
    expect(played.at(-1)?.state).toMatchObject({ status: 'closed', result: 'rejected' });
    expect(flow.nodes.find(({ id }) => id === 'notAgreed')?.title).toContain('员工仍可提前 30 日通知离职');
  });

  it('what is owed opens on the last day, whatever the handover is', () => {
    const played = playSteps(flow, [...signedByBoth, { at: '2026-10-31 18:30', does: 'nothing' }]);
    expect(openNodesOf(played)).toEqual(expect.arrayContaining(OWED_AT_THE_END));
  });
});

it('leaving from afar asks nobody for a presence, a paper or a photo', () => {
  for (const node of REMOTE_FLOW.nodes) {
    expect(node.title).not.toMatch(/现场|到场|当面|纸质/);
    expect('requires' in node ? (node.requires?.minPhotos ?? 0) : 0).toBe(0);
  }
  const apply = REMOTE_FLOW.nodes.find(({ id }) => id === 'apply');
  const fields = apply && 'requires' in apply ? (apply.requires?.fields ?? []) : [];
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(['wishedLastDay']);
});
