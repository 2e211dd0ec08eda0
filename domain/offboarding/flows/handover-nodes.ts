import type { AssigneeRule, Fallbacks } from '../../approval/assignee-rule';
import type { FlowNode } from '../../approval/flow';
import type { FieldPath, NodeId } from '../../approval/names';
import { days, LEADER_FALLBACK, OVERDUE, PARTIES, RECIPIENT_FALLBACK, remind, workingDays } from './people';

/** Where a flow enters the handover. */
export const HANDOVER: NodeId = 'handover';
export const HANDOVER_REVIEW: NodeId = 'handoverReview';
export const EMPLOYEE_SIGNS: NodeId = 'employeeSigns';
export const RECIPIENT_SIGNS: NodeId = 'recipientSigns';

/** What the case calls the list: its digest is that of the handover's current version. */
export const HANDOVER_DOCUMENT = 'handover';

/** Whoever reviewed signs; where nobody did (the review was waived) the person whom the leader named. */
const reviewerOr = (named: AssigneeRule): Fallbacks => ({
  ...RECIPIENT_FALLBACK,
  vacant: { to: 'rule', rule: named },
});

/**
 * The employee fills the list, the recipient reviews it, both sign one digest, the leader takes note. Three days
 * before the deadline employee and recipient hear of it once. HR may waive what cannot be done any more. Whoever
 * takes over from the named recipient is part of what is signed, so that they may bring the list's next version.
 */
export function handoverNodes(recipientField: FieldPath, then: NodeId): readonly FlowNode[] {
  const recipient: AssigneeRule = { by: 'field', field: recipientField };
  return [
    {
      id: HANDOVER,
      kind: 'form',
      title: '填写交接清单',
      subject: 'handover',
      visibleTo: PARTIES,
      assignee: { by: 'applicant' },
      mode: 'single',
      actions: ['comment', 'urge', 'waive'],
      writes: [HANDOVER_DOCUMENT],
      due: { base: 'handoverDue', offset: days(0) },
      reminders: [remind(days(-3), ['handlers', recipient], 'handover.countdown')],
      escalation: [OVERDUE],
      next: [{ to: HANDOVER_REVIEW }],
    },
    {
      id: HANDOVER_REVIEW,
      kind: 'decide',
      title: '接收人逐项核对',
      subject: 'handover',
      visibleTo: PARTIES,
      assignee: recipient,
      fallback: RECIPIENT_FALLBACK,
      mode: 'single',
      actions: ['return', 'transfer', 'comment', 'urge', 'waive'],
      requires: { fields: [{ name: 'recipient', type: 'person', required: false }] },
      writes: [HANDOVER_DOCUMENT],
      due: { base: 'nodeOpened', offset: workingDays(2) },
      reminders: [remind(workingDays(-1))],
      escalation: [OVERDUE],
      returns: { to: [HANDOVER], policy: 'restart' },
      next: [{ to: EMPLOYEE_SIGNS }, { to: RECIPIENT_SIGNS }],
    },
    {
      id: EMPLOYEE_SIGNS,
      kind: 'sign',
      title: '员工签署交接清单',
      subject: 'handover',
      visibleTo: PARTIES,
      assignee: { by: 'applicant' },
      mode: 'single',
      actions: ['comment', 'urge', 'waive'],
      requires: { signature: { document: HANDOVER_DOCUMENT, level: 'basic' } },
      due: { base: 'nodeOpened', offset: workingDays(2) },
      reminders: [remind(workingDays(-1))],
      escalation: [OVERDUE],
      next: [{ to: 'leaderTakesNote' }],
    },
    {
      id: RECIPIENT_SIGNS,
      kind: 'sign',
      title: '接收人签署交接清单',
      subject: 'handover',
      visibleTo: PARTIES,
      assignee: { by: 'field', field: `${HANDOVER_REVIEW}.recipient` },
      fallback: reviewerOr(recipient),
      mode: 'single',
      actions: ['return', 'comment', 'urge', 'waive'],
      requires: { signature: { document: HANDOVER_DOCUMENT, level: 'basic' } },
      writes: [HANDOVER_DOCUMENT],
      due: { base: 'nodeOpened', offset: workingDays(2) },
      reminders: [remind(workingDays(-1))],
      escalation: [OVERDUE],
      returns: { to: [HANDOVER], policy: 'restart' },
      next: [{ to: 'leaderTakesNote' }],
    },
    {
      id: 'leaderTakesNote',
      kind: 'acknowledge',
      title: '上级知悉交接完成',
      subject: 'handover',
      visibleTo: PARTIES,
      assignee: { by: 'directLeader' },
      fallback: LEADER_FALLBACK,
      mode: 'single',
      actions: ['comment', 'urge'],
      due: { base: 'nodeOpened', offset: workingDays(1) },
      escalation: [OVERDUE, { after: workingDays(1), do: 'continue', outcome: 'lapsed' }],
      onOpen: [{ do: 'generateDocument', document: HANDOVER_DOCUMENT, template: 'handover' }],
      next: [{ to: then }],
    },
  ];
}
