import type { FlowDefinition, FlowNode } from '../../approval/flow';
import { DATES, ARCHIVE, lastDayNodes } from './last-day-nodes';
import { GROUP_HR, HR_FALLBACK, LEADER_FALLBACK, OVERDUE, PARTIES, remind, workingDays } from './people';

/** HR's own steps: the employee sees all of them, and the last word is written down with its ground. */
const steps: readonly FlowNode[] = [
  {
    id: 'report',
    kind: 'form',
    title: '登记失联情况',
    visibleTo: PARTIES,
    assignee: { by: 'role', role: 'hr' },
    fallback: HR_FALLBACK,
    mode: 'single',
    actions: ['comment'],
    requires: {
      fields: [
        { name: 'lastSeen', type: 'date', required: true },
        { name: 'attempts', type: 'text', required: true },
      ],
    },
    due: { base: 'nodeOpened', offset: workingDays(2) },
    next: [{ to: 'summons' }],
  },
  {
    id: 'summons',
    kind: 'task',
    title: '书面催告返岗，留存寄送凭证',
    visibleTo: PARTIES,
    assignee: GROUP_HR,
    fallback: HR_FALLBACK,
    mode: 'single',
    actions: ['transfer', 'comment'],
    requires: { minPhotos: 1, fields: [{ name: 'answerBy', type: 'date', required: true }] },
    due: { base: 'nodeOpened', offset: workingDays(2) },
    reminders: [remind(workingDays(-1))],
    escalation: [OVERDUE],
    next: [{ to: 'answer' }],
  },
  {
    id: 'answer',
    kind: 'acknowledge',
    title: '员工回应（返岗、说明情况或改为通知离职）',
    visibleTo: PARTIES,
    assignee: { by: 'applicant' },
    mode: 'single',
    actions: ['object', 'comment'],
    due: { base: 'nodeOpened', offset: workingDays(7) },
    escalation: [{ after: workingDays(0), do: 'continue', outcome: 'lapsed' }],
    // Whoever answers is not unreachable: the case goes no further on its own.
    next: [
      { to: 'backAtWork', on: ['acknowledged', 'objected'] },
      { to: 'union', on: ['lapsed'] },
    ],
  },
  {
    id: 'union',
    kind: 'task',
    title: '事先将理由通知工会',
    visibleTo: PARTIES,
    assignee: GROUP_HR,
    fallback: HR_FALLBACK,
    mode: 'single',
    actions: ['transfer', 'comment'],
    requires: { minPhotos: 1 },
    due: { base: 'nodeOpened', offset: workingDays(3) },
    reminders: [remind(workingDays(-1))],
    escalation: [OVERDUE],
    next: [{ to: 'decision' }],
  },
  {
    id: 'decision',
    kind: 'decide',
    title: '公司决定是否解除劳动合同',
    visibleTo: PARTIES,
    assignee: GROUP_HR,
    fallback: HR_FALLBACK,
    mode: 'single',
    actions: ['reject', 'addSigner', 'transfer', 'comment'],
    requires: {
      fields: [
        { name: 'ground', type: 'text', required: true },
        { name: 'article', type: 'text', required: true },
      ],
      minPhotos: 1,
    },
    due: { base: 'nodeOpened', offset: workingDays(5) },
    reminders: [remind(workingDays(-1))],
    escalation: [OVERDUE],
    next: [{ to: 'stocktaking' }, ...DATES.map((to) => ({ to })), { to: 'backAtWork', on: ['rejected'] }],
  },
  {
    id: 'stocktaking',
    kind: 'task',
    title: '部门自行清点工作与资产',
    subject: 'handover',
    visibleTo: PARTIES,
    assignee: { by: 'directLeader' },
    fallback: LEADER_FALLBACK,
    mode: 'single',
    actions: ['transfer', 'comment', 'urge', 'waive'],
    due: { base: 'nodeOpened', offset: workingDays(5) },
    reminders: [remind(workingDays(-1))],
    escalation: [OVERDUE],
    next: [{ to: ARCHIVE }],
  },
  {
    id: 'backAtWork',
    kind: 'end',
    title: '不解除，本流程结束',
    visibleTo: PARTIES,
    result: 'rejected',
    closes: 'case',
    next: [],
  },
];

/**
 * 单位提出: for a person who cannot be reached. It ends as soon as the person answers; nothing in it withholds
 * wages or the certificate, which follow the last day as on every path.
 */
export const EMPLOYER_FLOW: FlowDefinition = {
  id: 'leave-employer',
  version: 1,
  title: '单位提出解除（员工失联）',
  path: 'employer',
  startBy: { role: 'hr' },
  administrator: 'hr',
  start: 'report',
  nodes: [...steps, ...lastDayNodes()],
};
