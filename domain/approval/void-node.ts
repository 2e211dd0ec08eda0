import type { VoidReason } from './case';
import { tasksOf } from './case';
import { roundOf } from './lanes';
import type { NodeId } from './names';
import type { Recorder } from './recorder';

/** Voids what nobody has answered yet in the node's current round. */
export function voidTasks(recorder: Recorder, nodeId: NodeId, reason: VoidReason): void {
  const { state } = recorder;
  for (const task of tasksOf(state, nodeId, roundOf(state, nodeId)))
    if (task.status === 'open' || task.status === 'planned')
      recorder.record({ type: 'taskVoided', taskId: task.id, reason });
}

/**
 * Voids the node's current round: it must be passed again. Nothing happens to a node that was never reached, or that
 * is void already; but what it was to carry over is forgotten.
 */
export function voidNode(recorder: Recorder, nodeId: NodeId, reason: VoidReason, resumes = false): void {
  const node = recorder.state.nodes[nodeId];
  if (node === undefined || (node.status === 'void' && !node.carryNext)) return;
  voidTasks(recorder, nodeId, reason);
  recorder.record({ type: 'nodeVoided', nodeId, round: node.round, reason, resumes });
}

/** Voids all that follows a node over forward ways, in the flow's order; parallel branches beside it stay as they are. */
export function voidFollowers(
  recorder: Recorder,
  nodeId: NodeId,
  reason: VoidReason,
  { andItself = false } = {},
): void {
  const followers = recorder.graph.followersOf(nodeId);
  for (const node of recorder.flow.nodes)
    if (followers.has(node.id) || (andItself && node.id === nodeId)) voidNode(recorder, node.id, reason);
}
