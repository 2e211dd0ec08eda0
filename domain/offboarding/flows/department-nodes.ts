import type { AssigneeRule } from '../../approval/assignee-rule';
import type { FlowNode, HumanNode } from '../../approval/flow';
import type { NodeId } from '../../approval/names';
import {
  APPLICANT_AND_HR,
  days,
  GOES_ON,
  HR_FALLBACK,
  OVERDUE,
  PARTIES,
  remind,
  workingDays,
  BRANCH_HR,
} from './people';

/** Where a flow enters the work of the departments: all at once, each with its own date. */
export const DEPARTMENTS: readonly NodeId[] = [
  'accounts',
  'assets',
  'finance',
  'interview',
  'nonCompeteText',
];

const clearance = (id: NodeId, title: string, role: string, then: NodeId): HumanNode => ({
  id,
  kind: 'task',
  title,
  visibleTo: PARTIES,
  assignee: { by: 'role', role },
  fallback: HR_FALLBACK,
  mode: 'any',
  actions: ['transfer', 'comment', 'urge', 'waive'],
  due: { base: 'lastDay', offset: days(0) },
  reminders: [remind(days(-3)), remind(days(-1))],
  escalation: [OVERDUE],
  next: [{ to: then }],
});

/** IT, administration, finance; the interview, which nobody must give; non-compete only where the post has secrets. */
export function departmentNodes(then: NodeId, titles: { readonly assets: string }): readonly FlowNode[] {
  const hr: AssigneeRule = BRANCH_HR;
  return [
    clearance('accounts', '核对账号与权限，准备到期停用', 'it', then),
    clearance('assets', titles.assets, 'admin', then),
    clearance('finance', '核对借款与报销', 'finance', then),
    {
      id: 'interview',
      kind: 'interview',
      title: '离职面谈（自愿，只有人事可见）',
      visibleTo: APPLICANT_AND_HR,
      assignee: { by: 'applicant' },
      mode: 'single',
      actions: ['waive'],
      // The answers are kept beside the case, for HR only (exit-interview.ts): its log holds that it took place.
      due: { base: 'lastDay', offset: days(0) },
      escalation: [GOES_ON],
      next: [{ to: then }],
    },
    {
      id: 'nonCompeteText',
      kind: 'task',
      title: '拟定竞业限制告知书',
      when: { field: 'post.secrecy', is: true },
      visibleTo: APPLICANT_AND_HR,
      assignee: hr,
      fallback: HR_FALLBACK,
      mode: 'any',
      actions: ['transfer', 'comment', 'waive'],
      writes: ['nonCompete'],
      due: { base: 'nodeOpened', offset: workingDays(5) },
      reminders: [remind(workingDays(-1))],
      escalation: [OVERDUE],
      onClose: [{ do: 'generateDocument', document: 'nonCompete', template: 'non-compete' }],
      next: [{ to: 'nonCompete' }],
    },
    {
      id: 'nonCompete',
      kind: 'sign',
      title: '签署竞业限制告知书',
      subject: 'nonCompete',
      when: { field: 'post.secrecy', is: true },
      visibleTo: APPLICANT_AND_HR,
      assignee: { by: 'applicant' },
      mode: 'single',
      actions: ['object', 'comment', 'waive'],
      requires: { signature: { document: 'nonCompete', level: 'reliable' } },
      due: { base: 'lastDay', offset: days(0) },
      reminders: [remind(days(-3))],
      escalation: [GOES_ON],
      next: [{ to: then }, { to: then, on: ['objected'] }],
    },
  ];
}
