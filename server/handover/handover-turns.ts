import { type Task, tasksOf } from '@domain/approval/case';
import type { NodeId } from '@domain/approval/names';
import {
  EMPLOYEE_SIGNS,
  HANDOVER,
  HANDOVER_REVIEW,
  RECIPIENT_SIGNS,
} from '@domain/offboarding/flows/handover-nodes';
import { currentVersion } from '@domain/offboarding/handover';
import type { OutputOf } from '@contract/contract';
import { taskAt } from '../workflow/open-leaving-case';
import type { HandoverDesk } from './handover-desk';

/** The last task of a node's current round, open or not: a repeated tap still finds what it answered. */
export function lastTaskAt({ leaving: { stored, viewerId } }: HandoverDesk, nodeId: NodeId): Task | null {
  const node = stored.state.nodes[nodeId];
  if (!node) return null;
  const tasks = tasksOf(stored.state, nodeId, node.round);
  return tasks.filter(({ assignee }) => assignee === viewerId).at(-1) ?? null;
}

/** Where the recipient works on the list: the review, or the signature. */
export const recipientTask = (desk: HandoverDesk): Task | null =>
  taskAt(desk.leaving, HANDOVER_REVIEW) ?? taskAt(desk.leaving, RECIPIENT_SIGNS);

/** The version was made for somebody else: whoever took over reads it first, and makes it theirs by accepting it. */
export const isMadeForAnother = ({ handover, viewerId }: HandoverDesk): boolean =>
  currentVersion(handover)?.recipient !== viewerId;

/** What the caller may do with the list now: their turn, and theirs by the table of permissions. */
export function turnsOf(desk: HandoverDesk): OutputOf<'handover.view'>['may'] {
  const { leaving, handover, role } = desk;
  const { may } = leaving;
  const current = currentVersion(handover);
  const isOpen = (nodeId: NodeId) => taskAt(leaving, nodeId) !== null;
  const readable = current !== null && current.sentBackAt === null;
  const takesOver = readable && role === 'recipient' && may('reviewHandover');
  const reviews = takesOver && isOpen(HANDOVER_REVIEW);
  const signsAsRecipient = takesOver && isOpen(RECIPIENT_SIGNS);
  const signsAsEmployee = readable && role === 'employee' && isOpen(EMPLOYEE_SIGNS);
  const foreign = isMadeForAnother(desk);
  return {
    submit: role === 'employee' && isOpen(HANDOVER) && may('fillHandover'),
    comment: current !== null && role !== 'reader' && may('comment'),
    sendBack: reviews || signsAsRecipient,
    accept: reviews || (signsAsRecipient && foreign),
    sign: may('sign') && (signsAsEmployee || (signsAsRecipient && !foreign)),
  };
}
