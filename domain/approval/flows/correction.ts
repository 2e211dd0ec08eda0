import type { FlowDefinition } from '../flow';

/**
 * 补卡申诉: the applicant says which card of which day is missing or wrong, the direct leader decides. The limits
 * (how many a month, how far back; docs/rules.md §16) are the attendance side's, checked before the case starts.
 */
export const CORRECTION_FLOW: FlowDefinition = {
  id: 'correction',
  version: 1,
  title: '补卡申诉',
  path: 'request',
  startBy: 'applicant',
  administrator: 'hr',
  start: 'apply',
  nodes: [
    {
      id: 'apply',
      kind: 'form',
      title: '填写申请',
      visibleTo: ['participants', { role: 'hr' }],
      assignee: { by: 'applicant' },
      mode: 'single',
      actions: ['comment'],
      requires: {
        fields: [
          { name: 'date', type: 'date', required: true },
          { name: 'card', type: 'choice', required: true, choices: ['in', 'out'] },
          /** Index of the work segment of that day, from 0. */
          { name: 'segment', type: 'number', required: true },
          /** Minutes from the duty date's midnight; past 1440 on the next day. */
          { name: 'minute', type: 'number', required: true },
          { name: 'reason', type: 'text', required: true },
        ],
      },
      due: { base: 'nodeOpened', offset: { amount: 3, unit: 'day', clock: 'working' } },
      next: [{ to: 'leader' }],
    },
    {
      id: 'leader',
      kind: 'decide',
      title: '直属上级审批',
      visibleTo: ['applicant', 'participants', { role: 'hr' }],
      assignee: { by: 'directLeader' },
      fallback: {
        applicant: { to: 'leaderAbove' },
        vacant: { to: 'rule', rule: { by: 'branchRole', role: 'branch-hr' } },
        gone: { to: 'leaderAbove' },
      },
      mode: 'single',
      actions: ['reject', 'return', 'transfer', 'addSigner', 'urge', 'comment', 'cc'],
      due: { base: 'nodeOpened', offset: { amount: 2, unit: 'day', clock: 'working' } },
      reminders: [
        {
          from: 'due',
          offset: { amount: -4, unit: 'hour', clock: 'working' },
          to: ['handlers'],
          message: 'correction.due-soon',
        },
      ],
      escalation: [
        {
          after: { amount: 0, unit: 'hour', clock: 'working' },
          do: 'notify',
          to: ['handlers', 'applicant'],
          message: 'correction.overdue',
        },
        {
          after: { amount: 1, unit: 'day', clock: 'working' },
          do: 'takeOver',
          by: { by: 'branchRole', role: 'branch-hr' },
        },
      ],
      returns: { to: ['apply'], policy: 'restart' },
      next: [{ to: 'approved' }, { to: 'rejected', on: ['rejected'] }],
    },
    {
      id: 'approved',
      kind: 'end',
      title: '已通过，重新判定当天考勤',
      visibleTo: ['applicant', 'participants', { role: 'hr' }],
      result: 'approved',
      closes: 'case',
      onClose: [{ do: 'applyOutcome' }],
      next: [],
    },
    {
      id: 'rejected',
      kind: 'end',
      title: '未通过',
      visibleTo: ['applicant', 'participants', { role: 'hr' }],
      result: 'rejected',
      closes: 'case',
      onClose: [{ do: 'applyOutcome' }],
      next: [],
    },
  ],
};
