import type { FlowDefinition, FlowNode, HumanNode, NoticeNode } from '../../approval/flow';
import { DEPARTMENTS, departmentNodes } from './department-nodes';
import { HANDOVER, handoverNodes } from './handover-nodes';
import { ARCHIVE, DATES, lastDayNodes } from './last-day-nodes';
import {
  BRANCH_HR,
  GOES_ON,
  HR_FALLBACK,
  hours,
  LEADER_FALLBACK,
  OVERDUE,
  PARTIES,
  remind,
  workingDays,
} from './people';

/** The employee's own act: signed, effective when it arrives. A reason is nobody's right to know. */
const arrival = (title: string): NoticeNode => ({
  id: 'notice',
  kind: 'notice',
  title,
  visibleTo: PARTIES,
  requires: {
    fields: [{ name: 'reason', type: 'text', required: false }],
    signature: { document: 'notice', level: 'basic' },
  },
  onClose: [{ do: 'generateDocument', document: 'receipt', template: 'receipt' }],
  next: [{ to: 'leader' }, ...DATES.map((to) => ({ to }))],
});

/** 知悉, 提议日期, 约谈: nothing else is the leader's. In 24 hours the case goes on by itself. */
const leader: HumanNode = {
  id: 'leader',
  kind: 'acknowledge',
  title: '直属上级知悉，指定交接人',
  visibleTo: PARTIES,
  assignee: { by: 'directLeader' },
  fallback: LEADER_FALLBACK,
  mode: 'single',
  actions: ['proposeDate', 'askForTalk', 'transfer', 'comment', 'urge'],
  requires: { fields: [{ name: 'recipient', type: 'person', required: true }] },
  due: { base: 'nodeOpened', offset: hours(24) },
  reminders: [remind(hours(-4))],
  escalation: [OVERDUE, GOES_ON],
  next: [{ to: 'hrCheck' }],
};

const hrCheck: HumanNode = {
  id: 'hrCheck',
  kind: 'task',
  title: '人事核对社保、公积金、合同与资产，跟进交接',
  visibleTo: PARTIES,
  assignee: BRANCH_HR,
  fallback: HR_FALLBACK,
  mode: 'any',
  actions: ['transfer', 'comment', 'urge'],
  requires: {
    fields: [
      { name: 'insuranceChecked', type: 'boolean', required: true },
      { name: 'fundChecked', type: 'boolean', required: true },
      { name: 'contractChecked', type: 'boolean', required: true },
      { name: 'assetsListed', type: 'boolean', required: true },
    ],
  },
  due: { base: 'nodeOpened', offset: workingDays(2) },
  reminders: [remind(workingDays(-1))],
  escalation: [OVERDUE, { after: workingDays(1), do: 'continue', outcome: 'lapsed' }],
  next: [HANDOVER, ...DEPARTMENTS].map((to) => ({ to })),
};

const nodes = (title: string): readonly FlowNode[] => [
  arrival(title),
  leader,
  hrCheck,
  ...handoverNodes('leader.recipient', ARCHIVE),
  ...departmentNodes(ARCHIVE, { assets: '收回资产' }),
  ...lastDayNodes(),
];

/** 通知离职: 30 days' notice (劳动合同法 art. 37). */
export const NOTICE_FLOW: FlowDefinition = {
  id: 'leave-notice',
  version: 1,
  title: '通知离职',
  path: 'notice',
  startBy: 'applicant',
  administrator: 'hr',
  start: 'notice',
  nodes: nodes('提交离职通知'),
};

/** 试用期离职: three days' notice (劳动合同法 art. 37). The same people, and dates that are nearer. */
export const PROBATION_FLOW: FlowDefinition = {
  ...NOTICE_FLOW,
  id: 'leave-probation',
  title: '试用期离职',
  nodes: nodes('提交试用期离职通知'),
};
