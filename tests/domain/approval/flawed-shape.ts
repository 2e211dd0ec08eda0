import type { FlowNode } from '@domain/approval/flow';
import { draftOf } from './cast';
import type { Flawed } from './flawed';
import { added, changed, human, node } from './flawed';

const leave = draftOf('leave');

/** Drafts whose graph or people are wrong. */
export const FLAWED_SHAPES: readonly Flawed[] = [
  ['the start is no node', 'flow.no-start', null, 'start', { ...leave, start: 'begin' }],
  ['a case starts with a decision', 'flow.no-start', 'leader', 'start', { ...leave, start: 'leader' }],
  ['a notice path starts with a form', 'flow.no-start', 'apply', 'start', { ...leave, path: 'notice' }],
  ['two nodes have one id', 'flow.duplicate-node', 'leader', 'id', added(leave, leave.nodes[1] as FlowNode)],
  [
    'an edge leads to no node',
    'flow.unknown-node',
    'boss',
    'next',
    changed(leave, 'boss', node({ next: [{ to: 'moon' }] })),
  ],
  [
    'a return leads to no node',
    'flow.unknown-node',
    'leader',
    'returns',
    changed(leave, 'leader', human({ returns: { to: ['moon'], policy: 'restart' } })),
  ],
  [
    'no way leads to a node',
    'flow.unreachable-node',
    'boss',
    'next',
    changed(leave, 'panel', node({ next: [{ to: 'approved' }, { to: 'rejected', on: ['rejected'] }] })),
  ],
  [
    'nothing follows a no',
    'flow.outcome-leads-nowhere',
    'leader',
    'next',
    changed(leave, 'leader', node({ next: [{ to: 'panel' }] })),
  ],
  [
    'every way out has a condition',
    'flow.outcome-leads-nowhere',
    'apply',
    'next',
    changed(leave, 'apply', node({ next: [{ to: 'leader', when: { field: 'apply.days', atLeast: 1 } }] })),
  ],
  [
    'a path never ends',
    'flow.path-does-not-end',
    'boss',
    'next',
    changed(leave, 'boss', node({ next: [{ to: 'boss' }, { to: 'boss', on: ['rejected'] }] })),
  ],
  [
    'a cycle asks nobody',
    'flow.cycle-without-human',
    'echo',
    'next',
    changed(
      added(leave, {
        id: 'echo',
        kind: 'cc',
        title: '抄送',
        visibleTo: [],
        to: ['applicant'],
        next: [
          { to: 'echo', when: { field: 'apply.days', atLeast: 9 } },
          { to: 'approved', otherwise: true },
        ],
      }),
      'boss',
      node({ next: [{ to: 'echo' }, { to: 'rejected', on: ['rejected'] }] }),
    ),
  ],
  [
    'a cycle is entered at two nodes',
    'flow.cycle-with-two-entries',
    'panel',
    'next',
    changed(
      changed(leave, 'apply', node({ next: [{ to: 'leader' }, { to: 'boss' }] })),
      'boss',
      node({ next: [{ to: 'approved' }, { to: 'panel', on: ['rejected'] }] }),
    ),
  ],
  [
    'a return leads forward',
    'flow.return-not-before',
    'leader',
    'returns',
    changed(leave, 'leader', human({ returns: { to: ['boss'], policy: 'restart' } })),
  ],
  [
    'a condition reads a field that no form has',
    'flow.unknown-field',
    'boss',
    'when',
    changed(leave, 'boss', node({ when: { field: 'apply.dayz', atLeast: 3 } })),
  ],
  [
    'an assignee is read from a field that no form has',
    'flow.unknown-field',
    'boss',
    'assignee',
    changed(leave, 'boss', human({ assignee: { by: 'field', field: 'leader.recipient' } })),
  ],
  [
    'a human node has no fallback',
    'flow.no-fallback',
    'leader',
    'fallback',
    changed(leave, 'leader', human({ fallback: undefined })),
  ],
  [
    'a human node has no due',
    'flow.no-due',
    'leader',
    'due',
    changed(leave, 'leader', human({ due: undefined })),
  ],
  [
    'a signature would be skipped for an earlier yes',
    'flow.skip-with-requirements',
    'boss',
    'skipIfAgreed',
    changed(leave, 'boss', human({ requires: { signature: { document: 'x', level: 'basic' } } })),
  ],
  [
    'the applicant’s form can be handed on',
    'flow.applicant-replaced',
    'apply',
    'actions',
    changed(leave, 'apply', human({ actions: ['transfer'] })),
  ],
  [
    'somebody takes over what the applicant must say',
    'flow.applicant-replaced',
    'apply',
    'escalation',
    changed(
      leave,
      'apply',
      human({
        escalation: [
          { after: { amount: 1, unit: 'day', clock: 'natural' }, do: 'takeOver', by: { by: 'directLeader' } },
        ],
      }),
    ),
  ],
  [
    'silence is taken for a signature',
    'flow.lapse-pretends',
    'sign',
    'escalation',
    changed(
      draftOf('signing'),
      'sign',
      human({
        escalation: [
          { after: { amount: 1, unit: 'day', clock: 'natural' }, do: 'continue', outcome: 'signed' },
        ],
      }),
    ),
  ],
  [
    'half a day is no amount',
    'flow.amount-not-whole',
    'leader',
    'due.offset.amount',
    changed(
      leave,
      'leader',
      human({ due: { base: 'nodeOpened', offset: { amount: 0.5, unit: 'day', clock: 'natural' } } }),
    ),
  ],
];
