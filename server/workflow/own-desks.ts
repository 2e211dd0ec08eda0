import type { CommandKind } from '@domain/approval/commands';
import type { NodeId } from '@domain/approval/names';

/**
 * Steps that bring more than the case's own form: a list, lines of money, answers for HR only. These commands come
 * through procedures of their own, which check what they bring; `case.act` refuses them, so that no step can be passed
 * with its content left out.
 */
const OWN_PROCEDURES: Readonly<Record<NodeId, readonly CommandKind[]>> = {
  handover: ['complete'],
  handoverReview: ['agree', 'return'],
  employeeSigns: ['sign'],
  recipientSigns: ['sign', 'return'],
  settlement: ['settle'],
  settlementAnswer: ['acknowledge', 'object'],
  assets: ['complete'],
  interview: ['complete'],
  nonCompeteText: ['complete'],
};

export const hasOwnProcedure = (flowId: string, nodeId: NodeId, kind: CommandKind): boolean =>
  isLeaving(flowId) && (OWN_PROCEDURES[nodeId]?.includes(kind) ?? false);

/** Forms that a page of their own shows: the case page shows none of their fields. */
export const isShownAsForm = (flowId: string, nodeId: NodeId): boolean =>
  flowId !== 'correction' && !(isLeaving(flowId) && nodeId in OWN_PROCEDURES);

const isLeaving = (flowId: string): boolean => flowId.startsWith('leave-');
