import type { Task, VoidReason } from './case';
import { tasksOf } from './case';
import type { HumanNode, NodeKind, Outcome, SigningMode } from './flow';
import { isNegative } from './flow';
import { roundOf } from './lanes';
import type { NodeId } from './names';
import type { Recorder } from './recorder';
import { takenFrom } from './route';
import { voidFollowers, voidTasks } from './void-node';

const FINISHED: { readonly [Kind in HumanNode['kind']]: Outcome } = {
  decide: 'agreed',
  acknowledge: 'acknowledged',
  form: 'completed',
  task: 'completed',
  interview: 'completed',
  sign: 'signed',
  settle: 'settled',
};

export const finishedOutcome = (kind: NodeKind): Outcome | null =>
  kind in FINISHED ? FINISHED[kind as HumanNode['kind']] : null;

/** Closes a human node once its people have answered as its mode asks. */
export function settleNode(recorder: Recorder, node: HumanNode): void {
  const { state } = recorder;
  const current = state.nodes[node.id];
  if (current?.status !== 'open') return;
  const asked = tasksOf(state, node.id, current.round).filter((task) => task.status !== 'void');
  const outcome = verdictOf(FINISHED[node.kind], node.mode, asked);
  if (outcome !== null) closeNode(recorder, node.id, current.round, outcome, null, 'siblingDecided');
}

/** One no is a no. A yes needs everyone, or in 或签 one person with whoever that person added. */
function verdictOf(finished: Outcome, mode: SigningMode, asked: readonly Task[]): Outcome | null {
  for (const { decision } of asked)
    if (decision !== null && decision.outcome !== 'returned' && isNegative(decision.outcome))
      return decision.outcome;
  if (asked.length === 0) return null;
  const waiting = asked.filter((task) => task.status !== 'decided');
  if (waiting.length === 0) return finished;
  if (mode !== 'any') return null;
  const isComplete = (lane: number) => !waiting.some((task) => task.lane === lane);
  return asked.some((task) => task.status === 'decided' && isComplete(task.lane)) ? finished : null;
}

/**
 * Ends a node's round with an outcome: tasks that are left are void, the ways out are decided and recorded.
 * A way that leads back voids everything behind it, so that it is passed again.
 */
export function closeNode(
  recorder: Recorder,
  nodeId: NodeId,
  round: number,
  outcome: Outcome,
  note: string | null = null,
  leftOver: VoidReason = 'lapsed',
): void {
  const node = recorder.node(nodeId);
  const before = recorder.state.nodes[nodeId];
  if (roundOf(recorder.state, nodeId) === round) voidTasks(recorder, nodeId, leftOver);
  const taken = leftOver === 'overtaken' ? [] : takenFrom(recorder.state, node, outcome);
  recorder.record({ type: 'nodeClosed', nodeId, round, outcome, taken, note });

  const formerly = before?.taken ?? [];
  const otherWay = taken.length !== formerly.length || taken.some((id) => !formerly.includes(id));
  // A resumed return goes straight back only while the case still leads the way it did.
  if (before?.resumeAt != null && otherWay) voidFollowers(recorder, nodeId, 'returned');
  for (const to of taken)
    if (recorder.graph.isBack(nodeId, to)) voidFollowers(recorder, to, 'returned', { andItself: true });
}
