import { openTasks, type Task } from '@domain/approval/case';
import type { NodeId } from '@domain/approval/names';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { openCase, type OpenCase } from './open-case';

/** A leaving case as one of those who have a part in it opens it; null for any other case, and for no case at all. */
export async function openLeavingCase(
  ports: Ports,
  caller: Caller,
  caseId: string,
): Promise<OpenCase | null> {
  const opened = await openCase(ports, caller, caseId);
  return opened?.stored.flowId.startsWith('leave-') ? opened : null;
}

/** The caller's own open task at a node. */
export const taskAt = ({ stored, viewerId }: OpenCase, nodeId: NodeId): Task | null =>
  openTasks(stored.state).find((task) => task.nodeId === nodeId && task.assignee === viewerId) ?? null;

export const linkOf = (task: Task | null): { readonly taskId: string; readonly round: number } | null =>
  task && { taskId: task.id, round: task.round };

/** The same tap again: the case has answered this command before. */
export const isRepeated = ({ stored }: OpenCase, commandId: string): boolean =>
  stored.state.answered.some((answer) => answer.commandId === commandId);
