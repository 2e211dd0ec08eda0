import type { DueRule, FlowNode } from '../../approval/flow';
import type { NodeId } from '../../approval/names';
import {
  BRANCH_HR,
  days,
  GOES_ON,
  HR_FALLBACK,
  OVERDUE,
  PARTIES,
  PAY_VIEWERS,
  remind,
  workingDays,
} from './people';

/** What hangs on dates alone: a flow leads here from the moment the leaving is certain, beside everything else. */
export const DATES: readonly NodeId[] = ['settlementLead', 'contractEndDay', 'lastDay', 'accessEnd'];

/** The last node of every flow: it waits for all that was begun. */
export const ARCHIVE: NodeId = 'archiveIndex';

/** The day on which the contract ends: wages are paid and the certificate is issued on that day, not after it. */
const ON_CONTRACT_END: DueRule = { base: 'contractEnd', offset: days(0) };

/**
 * Certificate, settlement, wages and transfers follow dates and nothing else: not the handover, not the employee's
 * yes to the settlement. What is due when the contract ends opens before, so that it can be done in time: the
 * settlement three working days ahead, wages and certificate on the morning of the last working day of the contract.
 * Accounts are frozen when the access ends.
 */
export const lastDayNodes = (): readonly FlowNode[] => [
  {
    id: 'accessEnd',
    kind: 'waitUntil',
    title: '账号停用',
    visibleTo: PARTIES,
    until: { base: 'accessEnd', offset: days(0) },
    onClose: [{ do: 'freezeAccess' }],
    next: [{ to: ARCHIVE }],
  },
  {
    id: 'settlementLead',
    kind: 'waitUntil',
    title: '合同终止前 3 个工作日开始结算',
    visibleTo: PARTIES,
    until: { base: 'contractEnd', offset: workingDays(-3) },
    next: [{ to: 'settlement' }],
  },
  {
    id: 'contractEndDay',
    kind: 'waitUntil',
    title: '合同终止当日付清工资、出具离职证明',
    visibleTo: PARTIES,
    until: { base: 'contractEnd', offset: workingDays(-1) },
    next: [{ to: 'certificate' }, { to: 'wages' }],
  },
  {
    id: 'lastDay',
    kind: 'waitUntil',
    title: '最后工作日',
    visibleTo: PARTIES,
    until: { base: 'lastDay', offset: days(0) },
    next: [{ to: 'insuranceTransfer' }, { to: 'archiveTransfer' }],
  },
  ...certificateNodes(),
  ...settlementNodes(),
  ...transferNodes(),
  {
    id: ARCHIVE,
    kind: 'generate',
    title: '生成归档目录',
    visibleTo: PARTIES,
    document: 'archiveIndex',
    template: 'archive-index',
    next: [{ to: 'archived' }],
  },
  {
    id: 'archived',
    kind: 'end',
    title: '已归档',
    visibleTo: PARTIES,
    result: 'finished',
    closes: 'case',
    onClose: [{ do: 'archive' }],
    next: [],
  },
];

const certificateNodes = (): readonly FlowNode[] => [
  {
    id: 'certificate',
    kind: 'generate',
    title: '生成离职证明',
    subject: 'certificate',
    visibleTo: PARTIES,
    document: 'certificate',
    template: 'certificate',
    next: [{ to: 'certificateIssue' }],
  },
  {
    id: 'certificateIssue',
    kind: 'task',
    title: '核对并出具离职证明',
    subject: 'certificate',
    visibleTo: PARTIES,
    assignee: BRANCH_HR,
    fallback: HR_FALLBACK,
    mode: 'any',
    actions: ['transfer', 'comment', 'urge'],
    due: ON_CONTRACT_END,
    reminders: [remind({ amount: -2, unit: 'hour', clock: 'working' })],
    escalation: [OVERDUE],
    onClose: [{ do: 'notify', to: ['applicant'], message: 'certificate.issued' }],
    next: [{ to: ARCHIVE }],
  },
];

/**
 * An objection asks finance for a next proposal, which is as due as the first was; the wages are paid beside it,
 * whatever the answer.
 */
const settlementNodes = (): readonly FlowNode[] => [
  {
    id: 'settlement',
    kind: 'settle',
    title: '财务结算',
    subject: 'wageSettlement',
    visibleTo: PAY_VIEWERS,
    assignee: { by: 'role', role: 'finance' },
    fallback: HR_FALLBACK,
    mode: 'any',
    actions: ['transfer', 'comment', 'urge'],
    due: ON_CONTRACT_END,
    reminders: [remind(workingDays(-1)), remind({ amount: -2, unit: 'hour', clock: 'working' })],
    escalation: [OVERDUE],
    onClose: [{ do: 'generateDocument', document: 'settlement', template: 'settlement' }],
    next: [{ to: 'settlementAnswer' }],
  },
  {
    id: 'settlementAnswer',
    kind: 'acknowledge',
    title: '员工确认结算或提出异议（不影响工资支付）',
    visibleTo: PAY_VIEWERS,
    assignee: { by: 'applicant' },
    mode: 'single',
    actions: ['object', 'comment', 'urge'],
    due: { base: 'nodeOpened', offset: workingDays(3) },
    reminders: [remind(workingDays(-1))],
    escalation: [GOES_ON],
    onClose: [{ do: 'generateDocument', document: 'settlement', template: 'settlement' }],
    next: [{ to: ARCHIVE }, { to: 'settlement', on: ['objected'] }],
  },
  {
    id: 'wages',
    kind: 'task',
    title: '合同终止当日一次付清工资',
    subject: 'wageSettlement',
    visibleTo: PAY_VIEWERS,
    assignee: { by: 'role', role: 'finance' },
    fallback: HR_FALLBACK,
    mode: 'any',
    actions: ['transfer', 'comment', 'urge'],
    due: ON_CONTRACT_END,
    reminders: [remind({ amount: -2, unit: 'hour', clock: 'working' })],
    escalation: [OVERDUE],
    next: [{ to: ARCHIVE }],
  },
];

const transferNodes = (): readonly FlowNode[] =>
  (
    [
      ['insuranceTransfer', '社会保险、住房公积金停缴与转移'],
      ['archiveTransfer', '档案转移'],
    ] as const
  ).map(([id, title]) => ({
    id,
    kind: 'task',
    title,
    subject: id,
    visibleTo: PARTIES,
    assignee: BRANCH_HR,
    fallback: HR_FALLBACK,
    mode: 'any',
    actions: ['transfer', 'comment', 'urge'],
    due: { base: 'lastDay', offset: days(15) },
    reminders: [remind(days(-5)), remind(days(-1))],
    escalation: [OVERDUE],
    next: [{ to: ARCHIVE }],
  }));
