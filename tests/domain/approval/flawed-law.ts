import type { EscalationRule, FlowNode } from '@domain/approval/flow';
import { draftOf } from './cast';
import type { Flawed } from './flawed';
import { added, changed, human, node } from './flawed';

const leave = draftOf('leave');
const leaving = draftOf('leaving');

const GOES_ON: EscalationRule = {
  after: { amount: 1, unit: 'day', clock: 'natural' },
  do: 'continue',
  outcome: 'lapsed',
};

/** Drafts that the law refuses (the leaving rules §1 and §3). */
export const FLAWED_LAWS: readonly Flawed[] = [
  [
    'the certificate follows the handover',
    'flow.statutory-behind-handover',
    'certificate',
    'next',
    changed(leaving, 'leaderSees', node({ next: [{ to: 'archive' }, { to: 'certificate' }] })),
  ],
  [
    'the wages follow the handover over a wait',
    'flow.statutory-behind-handover',
    'settlement',
    'next',
    changed(leaving, 'signTaker', node({ next: [{ to: 'leaderSees' }, { to: 'lastDay' }] })),
  ],
  [
    'the insurance transfer follows a return from the handover',
    'flow.statutory-behind-handover',
    'insurance',
    'next',
    changed(
      changed(leaving, 'hr', (hr) => ({ ...hr, next: [...hr.next, { to: 'insurance' }] })),
      'review',
      human({ returns: { to: ['hr'], policy: 'restart' } }),
    ),
  ],
  [
    'the certificate may lapse',
    'flow.statutory-can-be-left-out',
    'certificateCheck',
    'escalation',
    changed(leaving, 'certificateCheck', human({ escalation: [GOES_ON] })),
  ],
  [
    'the certificate has a condition',
    'flow.statutory-can-be-left-out',
    'certificate',
    'when',
    changed(leaving, 'certificate', node({ when: { field: 'post.secrecy', is: false } })),
  ],
  [
    'the insurance transfer may be waived',
    'flow.statutory-can-be-left-out',
    'insurance',
    'actions',
    changed(leaving, 'insurance', human({ actions: ['waive'] })),
  ],
  [
    'nobody in finance means no wages',
    'flow.statutory-can-be-left-out',
    'settlement',
    'fallback',
    changed(
      leaving,
      'settlement',
      human({ fallback: { applicant: { to: 'skip' }, vacant: { to: 'skip' }, gone: { to: 'skip' } } }),
    ),
  ],
  [
    'a notice ends in a no',
    'flow.notice-can-be-rejected',
    'archive',
    'result',
    changed(leaving, 'archive', node({ result: 'rejected' } as Partial<FlowNode>)),
  ],
  [
    'a leader’s objection ends the notice',
    'flow.notice-can-be-rejected',
    'stopped',
    'next',
    added(
      changed(
        changed(leaving, 'leader', human({ actions: ['object'] })),
        'leader',
        node({ next: [{ to: 'hr' }, { to: 'stopped', on: ['objected'] }] }),
      ),
      {
        id: 'stopped',
        kind: 'end',
        title: '结束',
        visibleTo: [],
        result: 'finished',
        closes: 'case',
        next: [],
      },
    ),
  ],
  [
    'a leader who does nothing holds the notice',
    'flow.notice-can-be-held',
    'hr',
    'escalation',
    changed(
      changed(leaving, 'notice', node({ next: [{ to: 'leader' }, { to: 'accessEnd' }] })),
      'hr',
      human({
        escalation: [],
        next: [
          { to: 'lastDay' },
          { to: 'it' },
          { to: 'assets' },
          { to: 'finance' },
          { to: 'interview' },
          { to: 'nonCompete' },
          { to: 'handover' },
        ],
      }),
    ),
  ],
  [
    'a notice is handed back',
    'flow.notice-can-be-returned',
    'leader',
    'returns',
    changed(leaving, 'leader', human({ returns: { to: ['notice'], policy: 'restart' } })),
  ],
  [
    'the signed notice can be rewritten',
    'flow.notice-document-writable',
    'handover',
    'writes',
    changed(leaving, 'handover', human({ writes: ['handover', 'notice'] })),
  ],
  [
    'a notice arrives in the middle',
    'flow.notice-only-at-start',
    'again',
    'kind',
    changed(
      added(leave, { id: 'again', kind: 'notice', title: '通知', visibleTo: [], next: [{ to: 'approved' }] }),
      'boss',
      node({ next: [{ to: 'again' }, { to: 'rejected', on: ['rejected'] }] }),
    ),
  ],
  [
    'everybody must sign a non-compete',
    'flow.non-compete-without-post-condition',
    'nonCompete',
    'when',
    changed(leaving, 'nonCompete', node({ when: undefined })),
  ],
  [
    'a non-compete asks a form instead of the post',
    'flow.non-compete-without-post-condition',
    'nonCompete',
    'when',
    changed(leaving, 'nonCompete', node({ when: { field: 'notice.reason', is: 'x' } })),
  ],
  [
    'the notice freezes the accounts',
    'flow.freeze-hangs-on-notice',
    'notice',
    'onClose',
    changed(leaving, 'notice', node({ onClose: [{ do: 'freezeAccess' }] })),
  ],
  [
    'the accounts are frozen when HR begins',
    'flow.freeze-hangs-on-notice',
    'hr',
    'onOpen',
    changed(leaving, 'hr', node({ onOpen: [{ do: 'freezeAccess' }] })),
  ],
];
