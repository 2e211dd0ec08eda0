import type { FieldRule, FlowDefinition, HumanNode } from '../flow';

/** What people ask for beforehand, beside a correction; each its own flow, so that somebody can stand in for one of them. */
export const REQUEST_TITLES = {
  leave: '请假',
  outing: '公出',
  trip: '出差',
  overtime: '加班',
} as const;

export type RequestFlowId = keyof typeof REQUEST_TITLES;

/** A request that was granted is taken back by a request of its own: the leader planned with it. */
export const REVOCATION = 'revocation';

const WHEN: readonly FieldRule[] = [
  /** Leave type and its name then; absent for the others. */
  { name: 'leaveType', type: 'text', required: false },
  { name: 'leaveName', type: 'text', required: false },
  { name: 'mode', type: 'choice', required: true, choices: ['days', 'time'] },
  { name: 'from', type: 'date', required: true },
  { name: 'to', type: 'date', required: true },
  { name: 'fromAfternoon', type: 'boolean', required: false },
  { name: 'untilNoon', type: 'boolean', required: false },
  /** Minutes of the two days' wall clocks. */
  { name: 'fromMinute', type: 'number', required: false },
  { name: 'toMinute', type: 'number', required: false },
  /** How long it was when it was asked for, in words and in work minutes. */
  { name: 'duration', type: 'text', required: true },
  { name: 'minutes', type: 'number', required: true },
  /** What was left of the balance then; absent where there is none. */
  { name: 'balance', type: 'text', required: false },
  { name: 'place', type: 'text', required: false },
  { name: 'reason', type: 'text', required: true },
];

const TAKEN_BACK: readonly FieldRule[] = [
  { name: 'requestId', type: 'text', required: true },
  { name: 'request', type: 'text', required: true },
  { name: 'reason', type: 'text', required: true },
];

const VISIBLE = ['applicant', 'participants', { role: 'hr' }] as const;

const apply = (fields: readonly FieldRule[]): HumanNode => ({
  id: 'apply',
  kind: 'form',
  title: '填写申请',
  visibleTo: VISIBLE,
  assignee: { by: 'applicant' },
  mode: 'single',
  actions: ['comment'],
  requires: { fields },
  due: { base: 'nodeOpened', offset: { amount: 3, unit: 'day', clock: 'working' } },
  next: [{ to: 'leader' }],
});

/** A length that was agreed on is never edited in place: whoever wants other days withdraws and asks again. */
export const LEADER: HumanNode = {
  id: 'leader',
  kind: 'decide',
  title: '直属上级审批',
  visibleTo: VISIBLE,
  assignee: { by: 'directLeader' },
  fallback: {
    applicant: { to: 'leaderAbove' },
    vacant: { to: 'rule', rule: { by: 'branchRole', role: 'branch-hr' } },
    gone: { to: 'leaderAbove' },
  },
  mode: 'single',
  actions: ['reject', 'transfer', 'addSigner', 'urge', 'comment', 'cc'],
  due: { base: 'nodeOpened', offset: { amount: 2, unit: 'day', clock: 'working' } },
  reminders: [
    {
      from: 'due',
      offset: { amount: -4, unit: 'hour', clock: 'working' },
      to: ['handlers'],
      message: 'request.due-soon',
    },
  ],
  escalation: [
    {
      after: { amount: 0, unit: 'hour', clock: 'working' },
      do: 'notify',
      to: ['handlers', 'applicant'],
      message: 'request.overdue',
    },
    {
      after: { amount: 1, unit: 'day', clock: 'working' },
      do: 'takeOver',
      by: { by: 'branchRole', role: 'branch-hr' },
    },
  ],
  next: [{ to: 'approved' }, { to: 'rejected', on: ['rejected'] }],
};

const requestFlow = (
  id: string,
  title: string,
  fields: readonly FieldRule[],
  approved: string,
): FlowDefinition => ({
  id,
  version: 1,
  title,
  path: 'request',
  startBy: 'applicant',
  administrator: 'hr',
  start: 'apply',
  nodes: [
    apply(fields),
    LEADER,
    {
      id: 'approved',
      kind: 'end',
      title: approved,
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
});

/** The leader decides; what a decision does to balances and days is the attendance side's (server/requests). */
export const REQUEST_FLOWS: readonly FlowDefinition[] = [
  ...Object.entries(REQUEST_TITLES).map(([id, title]) => requestFlow(id, title, WHEN, '已通过，计入考勤')),
  requestFlow(REVOCATION, '撤销申请', TAKEN_BACK, '已撤销，重新判定考勤'),
];

export const isRequestFlow = (flowId: string): flowId is RequestFlowId =>
  Object.prototype.hasOwnProperty.call(REQUEST_TITLES, flowId);
