import type { FlowDefinition, FlowNode } from '../../approval/flow';
import { DEPARTMENTS, departmentNodes } from './department-nodes';
import { HANDOVER, handoverNodes } from './handover-nodes';
import { ARCHIVE, DATES, lastDayNodes } from './last-day-nodes';
import {
  BRANCH_HR,
  HR_FALLBACK,
  hours,
  LEADER_FALLBACK,
  OVERDUE,
  PARTIES,
  remind,
  workingDays,
} from './people';

/** Compensation is the one payment that the law ties to the handover (劳动合同法 art. 50), so it follows it. */
const COMPENSATION = 'compensation';

const opening = (applyTitle: string): readonly FlowNode[] => [
  {
    id: 'apply',
    kind: 'form',
    title: applyTitle,
    visibleTo: PARTIES,
    assignee: { by: 'applicant' },
    mode: 'single',
    actions: ['comment'],
    requires: {
      fields: [
        { name: 'wishedLastDay', type: 'date', required: true },
        /** How many days sooner than a notice would allow; the server counts them. */
        { name: 'daysShort', type: 'number', required: false },
        { name: 'reason', type: 'text', required: false },
        /** Proofs, a hospital's letter for example, are optional and need a consent of their own. */
        { name: 'proofConsent', type: 'boolean', required: false },
      ],
    },
    due: { base: 'nodeOpened', offset: workingDays(5) },
    next: [{ to: 'leader' }],
  },
  {
    id: 'leader',
    kind: 'decide',
    title: '直属上级审批，指定交接人',
    visibleTo: PARTIES,
    assignee: { by: 'directLeader' },
    fallback: LEADER_FALLBACK,
    mode: 'single',
    actions: ['reject', 'proposeDate', 'askForTalk', 'transfer', 'comment', 'urge'],
    requires: { fields: [{ name: 'recipient', type: 'person', required: true }] },
    due: { base: 'nodeOpened', offset: hours(24) },
    reminders: [remind(hours(-4))],
    escalation: [OVERDUE, { after: hours(24), do: 'takeOver', by: BRANCH_HR }],
    next: [{ to: 'hrTerms' }, { to: 'notAgreed', on: ['rejected'] }],
  },
  {
    id: 'hrTerms',
    kind: 'decide',
    title: '人事确认离职日期与协议条件',
    visibleTo: PARTIES,
    assignee: BRANCH_HR,
    fallback: HR_FALLBACK,
    mode: 'single',
    actions: ['reject', 'proposeDate', 'return', 'transfer', 'addSigner', 'comment', 'urge'],
    requires: {
      fields: [
        { name: 'compensationFen', type: 'number', required: true },
        { name: 'insuranceChecked', type: 'boolean', required: true },
        { name: 'fundChecked', type: 'boolean', required: true },
        { name: 'assetsListed', type: 'boolean', required: true },
      ],
    },
    due: { base: 'nodeOpened', offset: workingDays(2) },
    reminders: [remind(workingDays(-1))],
    escalation: [OVERDUE],
    returns: { to: ['leader'], policy: 'resume' },
    next: [{ to: 'agreement' }, { to: 'notAgreed', on: ['rejected'] }],
  },
  {
    id: 'agreement',
    kind: 'generate',
    title: '生成离职协议',
    visibleTo: PARTIES,
    document: 'agreement',
    template: 'agreement',
    next: [{ to: 'employeeAgrees' }],
  },
  {
    id: 'employeeAgrees',
    kind: 'sign',
    title: '员工签署离职协议',
    visibleTo: PARTIES,
    assignee: { by: 'applicant' },
    mode: 'single',
    actions: ['object', 'return', 'comment', 'urge'],
    requires: { signature: { document: 'agreement', level: 'reliable' } },
    due: { base: 'nodeOpened', offset: workingDays(5) },
    reminders: [remind(workingDays(-1))],
    escalation: [OVERDUE],
    returns: { to: ['hrTerms'], policy: 'restart' },
    onOpen: [{ do: 'callProvider', provider: 'signing', purpose: 'agreement' }],
    next: [{ to: 'companyAgrees' }, { to: 'notAgreed', on: ['objected'] }],
  },
  {
    id: 'companyAgrees',
    kind: 'sign',
    title: '公司签署离职协议',
    visibleTo: PARTIES,
    assignee: { by: 'role', role: 'hr' },
    fallback: HR_FALLBACK,
    mode: 'single',
    actions: ['comment', 'urge'],
    requires: { signature: { document: 'agreement', level: 'reliable' } },
    due: { base: 'nodeOpened', offset: workingDays(2) },
    reminders: [remind(workingDays(-1))],
    escalation: [OVERDUE],
    next: [HANDOVER, ...DEPARTMENTS, ...DATES].map((to) => ({ to })),
  },
  {
    id: 'notAgreed',
    kind: 'end',
    title: '未能协商一致（员工仍可提前 30 日通知离职）',
    visibleTo: PARTIES,
    result: 'rejected',
    closes: 'case',
    next: [],
  },
];

const compensation: FlowNode = {
  id: COMPENSATION,
  kind: 'task',
  title: '支付经济补偿',
  when: { field: 'hrTerms.compensationFen', atLeast: 1 },
  visibleTo: PARTIES,
  assignee: { by: 'role', role: 'finance' },
  fallback: HR_FALLBACK,
  mode: 'any',
  actions: ['transfer', 'comment', 'urge'],
  due: { base: 'nodeOpened', offset: workingDays(1) },
  reminders: [remind({ amount: -2, unit: 'hour', clock: 'working' })],
  escalation: [OVERDUE],
  next: [{ to: ARCHIVE }],
};

/** 协商离职 (劳动合同法 art. 36), and every wish to leave before the notice period is over. */
export const AGREEMENT_FLOW: FlowDefinition = {
  id: 'leave-agreement',
  version: 1,
  title: '协商离职',
  path: 'agreement',
  startBy: 'applicant',
  administrator: 'hr',
  start: 'apply',
  nodes: [
    ...opening('提出协商离职'),
    ...handoverNodes('leader.recipient', COMPENSATION),
    compensation,
    ...departmentNodes(ARCHIVE, { assets: '收回资产' }),
    ...lastDayNodes(),
  ],
};

/** 异地离职: an agreement in which nobody has to be anywhere; things come back by courier, the rest on the phone. */
export const REMOTE_FLOW: FlowDefinition = {
  ...AGREEMENT_FLOW,
  id: 'leave-remote',
  title: '异地离职',
  nodes: [
    ...opening('提出异地离职（证明材料可不提供）'),
    ...handoverNodes('leader.recipient', COMPENSATION),
    compensation,
    ...departmentNodes(ARCHIVE, { assets: '安排快递收回资产（到付），核对签收照片' }),
    ...lastDayNodes(),
  ],
};
