import type { FieldRule, FlowDefinition } from '../flow';
import { LEADER } from './requests';

export const SWAP = 'swap';

const FIELDS: readonly FieldRule[] = [
  { name: 'colleague', type: 'person', required: true },
  { name: 'colleagueName', type: 'text', required: true },
  { name: 'mine', type: 'date', required: true },
  { name: 'theirs', type: 'date', required: true },
  /** What both were planned then (server/rosters/swap-fields.ts): approved, it is done only if that still stands. */
  { name: 'agreed', type: 'text', required: true },
  /** '3月10日 周二：王芳 早班 → 休息，陈思远 休息 → 早班' */
  { name: 'swapText', type: 'text', required: true },
  { name: 'reason', type: 'text', required: true },
];

const VISIBLE = ['applicant', 'participants', { role: 'hr' }] as const;

/** 换班: the colleague agrees, the leader approves, then both rosters change in one go (server/rosters/settle-swap.ts). */
export const SWAP_FLOW: FlowDefinition = {
  id: SWAP,
  version: 1,
  title: '换班',
  path: 'request',
  startBy: 'applicant',
  administrator: 'hr',
  start: 'apply',
  nodes: [
    {
      id: 'apply',
      kind: 'form',
      title: '填写申请',
      visibleTo: VISIBLE,
      assignee: { by: 'applicant' },
      mode: 'single',
      actions: ['comment'],
      requires: { fields: FIELDS },
      due: { base: 'nodeOpened', offset: { amount: 3, unit: 'day', clock: 'working' } },
      next: [{ to: 'colleague' }],
    },
    {
      id: 'colleague',
      kind: 'decide',
      title: '同事同意换班',
      visibleTo: VISIBLE,
      assignee: { by: 'field', field: 'apply.colleague' },
      // Whoever cannot be asked any more cannot agree: HR sees it and says no.
      fallback: {
        applicant: { to: 'rule', rule: { by: 'branchRole', role: 'branch-hr' } },
        vacant: { to: 'rule', rule: { by: 'branchRole', role: 'branch-hr' } },
        gone: { to: 'rule', rule: { by: 'branchRole', role: 'branch-hr' } },
      },
      mode: 'single',
      actions: ['reject', 'urge', 'comment'],
      due: { base: 'nodeOpened', offset: { amount: 2, unit: 'day', clock: 'working' } },
      escalation: [
        // Silence is no consent.
        { after: { amount: 0, unit: 'hour', clock: 'working' }, do: 'continue', outcome: 'rejected' },
      ],
      next: [{ to: 'leader' }, { to: 'rejected', on: ['rejected'] }],
    },
    LEADER,
    {
      id: 'approved',
      kind: 'end',
      title: '已通过',
      visibleTo: VISIBLE,
      result: 'approved',
      closes: 'case',
      next: [],
    },
    {
      id: 'rejected',
      kind: 'end',
      title: '未通过',
      visibleTo: VISIBLE,
      result: 'rejected',
      closes: 'case',
      next: [],
    },
  ],
};
