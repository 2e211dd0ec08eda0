import type { AssigneeRule } from '../../approval/assignee-rule';
import type { FlowNode } from '../../approval/flow';
import type { FieldPath, NodeId } from '../../approval/names';
import { days, LEADER_FALLBACK, OVERDUE, PARTIES, RECIPIENT_FALLBACK, remind, workingDays } from './people';

/** Where a flow enters the handover. */
export const HANDOVER: NodeId = 'handover';

/**
 * The employee fills the list, the recipient reviews it, both sign one digest, the leader takes note. Three days
 * before the deadline employee and recipient hear of it once. HR may waive what cannot be done any more.
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
      writes: ['handover'],
      due: { base: 'handoverDue', offset: days(0) },
      reminders: [remind(days(-3), ['handlers', recipient], 'handover.countdown')],
      escalation: [OVERDUE],
      next: [{ to: 'handoverReview' }],
    },
    {
      id: 'handoverReview',
      kind: 'decide',
      title: '接收人逐项核对',
      subject: 'handover',
      visibleTo: PARTIES,
      assignee: recipient,
      fallback: RECIPIENT_FALLBACK,
      mode: 'single',
      actions: ['return', 'transfer', 'comment', 'urge', 'waive'],
      due: { base: 'nodeOpened', offset: workingDays(2) },
      reminders: [remind(workingDays(-1))],
      escalation: [OVERDUE],
      returns: { to: [HANDOVER], policy: 'restart' },
      next: [{ to: 'employeeSigns' }, { to: 'recipientSigns' }],
    },
    {
      id: 'employeeSigns',
      kind: 'sign',
      title: '员工签署交接清单',
      subject: 'handover',
      visibleTo: PARTIES,
      assignee: { by: 'applicant' },
      mode: 'single',
      actions: ['comment', 'urge', 'waive'],
      requires: { signature: { document: 'handover', level: 'basic' } },
      due: { base: 'nodeOpened', offset: workingDays(2) },
      reminders: [remind(workingDays(-1))],
      escalation: [OVERDUE],
      next: [{ to: 'leaderTakesNote' }],
    },
    {
      id: 'recipientSigns',
      kind: 'sign',
      title: '接收人签署交接清单',
      subject: 'handover',
      visibleTo: PARTIES,
      assignee: recipient,
      fallback: RECIPIENT_FALLBACK,
      mode: 'single',
      actions: ['return', 'comment', 'urge', 'waive'],
      requires: { signature: { document: 'handover', level: 'basic' } },
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
      next: [{ to: then }],
    },
  ];
}
