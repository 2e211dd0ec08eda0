import type { FlowDefinition } from '@domain/approval/flow';
import { play } from '../../../scripts/scenario/play';
import type { Played } from '../../../scripts/scenario/play';
import type { Scenario, ScenarioPerson, ScenarioStep } from '../../../scripts/scenario/scenario-file';

/** Zhang leaves; Li leads; Wang takes over; HR, IT, administration and finance have one person each. */
export const PEOPLE: readonly ScenarioPerson[] = [
  { id: 'zhang', leader: 'li', branch: 'sh' },
  { id: 'li', leader: 'zhao', branch: 'sh' },
  { id: 'zhao', branch: 'sh' },
  { id: 'wang', leader: 'li', branch: 'sh' },
  { id: 'hana', branch: 'sh', roles: ['branch-hr@sh'] },
  { id: 'heidi', roles: ['hr'] },
  { id: 'ivan', roles: ['it'] },
  { id: 'amy', roles: ['admin'] },
  { id: 'finn', roles: ['finance'] },
];

export const playSteps = (
  flow: FlowDefinition,
  steps: readonly ScenarioStep[],
  people: readonly ScenarioPerson[] = PEOPLE,
): readonly Played[] => {
  const scenario: Scenario = { title: flow.title, people, flow, steps };
  const { played } = play(scenario);
  const refused = played.find(({ refusal, step }) => refusal !== null && step.expect?.refused === undefined);
  if (refused?.refusal)
    throw new Error(`${refused.step.by} ${refused.step.does}: ${JSON.stringify(refused.refusal)}`);
  return played;
};

export const openNodesOf = (played: readonly Played[]): readonly string[] => {
  const state = played.at(-1)?.state;
  return Object.values(state?.nodes ?? {})
    .filter(({ status }) => status === 'open')
    .map(({ id }) => id)
    .sort();
};

/** 'who: message' for everybody who was told something in these steps and while the clock ran. */
export const messagesOf = (played: readonly Played[]): readonly string[] =>
  played
    .flatMap(({ meanwhile, effects }) => [...meanwhile.flatMap((tick) => tick.effects), ...effects])
    .flatMap((effect) =>
      effect.do === 'notify' ? effect.to.map((person) => `${person}: ${effect.message}`) : [],
    );

export const effectsDone = (played: readonly Played[]): readonly string[] =>
  played
    .flatMap(({ meanwhile, effects }) => [...meanwhile.flatMap((tick) => tick.effects), ...effects])
    .flatMap((effect) => (effect.do === 'notify' || effect.do === 'closeInbox' ? [] : [effect.do]));

const basic = { level: 'basic' } as const;

export const giveNotice = (lastDay = '2026-11-21'): ScenarioStep => ({
  at: '2026-10-22 09:00',
  by: 'zhang',
  does: 'start',
  dates: { lastDay },
  documents: { notice: 'n1' },
  identity: basic,
  signature: { document: 'notice', digest: 'n1' },
});

export const sign = (
  by: string,
  task: string,
  document: string,
  digest: string,
  level: 'basic' | 'reliable' = 'basic',
): ScenarioStep => ({
  by,
  does: 'sign',
  task,
  identity: { level },
  signature: { document, digest },
});

export const ready = (node: string, document: string, digest: string): ScenarioStep => ({
  by: 'system:documents',
  does: 'documentReady',
  with: { nodeId: node, round: 1, document, digest },
});

export const HANDED_OVER: readonly ScenarioStep[] = [
  { by: 'zhang', does: 'complete', task: 'handover', documents: { handover: 'h1' } },
  { by: 'wang', does: 'agree', task: 'handoverReview' },
  sign('zhang', 'employeeSigns', 'handover', 'h1'),
  sign('wang', 'recipientSigns', 'handover', 'h1'),
  { by: 'li', does: 'acknowledge', task: 'leaderTakesNote' },
];

export const CLEARED: readonly ScenarioStep[] = [
  { by: 'ivan', does: 'complete', task: 'accounts' },
  { by: 'amy', does: 'complete', task: 'assets' },
  { by: 'finn', does: 'complete', task: 'finance' },
  { by: 'zhang', does: 'complete', task: 'interview' },
];

/** After the last day: what the employer owes, then the archive. */
export const SETTLED: readonly ScenarioStep[] = [
  { at: '2026-11-23 09:30', ...ready('certificate', 'certificate', 'c1') },
  { by: 'hana', does: 'complete', task: 'certificateIssue' },
  { by: 'finn', does: 'settle', task: 'settlement', lines: [{ code: 'wage', fen: 1_363_950 }] },
  { by: 'finn', does: 'complete', task: 'wages' },
  { by: 'zhang', does: 'acknowledge', task: 'settlementAnswer' },
  { by: 'hana', does: 'complete', task: 'insuranceTransfer' },
  { by: 'hana', does: 'complete', task: 'archiveTransfer' },
];

export const LEADER_KNOWS: ScenarioStep = {
  at: '2026-10-22 10:00',
  by: 'li',
  does: 'acknowledge',
  task: 'leader',
  fields: { recipient: 'wang' },
};

export const HR_CHECKED: ScenarioStep = {
  by: 'hana',
  does: 'complete',
  task: 'hrCheck',
  fields: { insuranceChecked: true, fundChecked: true, contractChecked: true, assetsListed: true },
};

/** The steps that open when the contract ends, whatever the handover is. */
export const OWED_AT_THE_END = ['archiveTransfer', 'certificate', 'insuranceTransfer', 'settlement', 'wages'];

export const archived = (steps: readonly ScenarioStep[]): readonly ScenarioStep[] => [
  ...steps,
  ready('archiveIndex', 'archiveIndex', 'i1'),
];
