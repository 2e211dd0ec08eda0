import type { Result } from '../../result';
import { ok } from '../../result';
import { advance } from '../advance';
import { taskInHand } from '../authority';
import { finishedOutcome, settleNode } from '../close-node';
import type { FinishingAction, FinishingCommand, TaskContent } from '../commands';
import { takeContent } from '../content';
import type { HumanNode, Outcome } from '../flow';
import { isNegative } from '../flow';
import { openUnblocked } from '../lanes';
import type { NodeId } from '../names';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** Which action finishes which kind of node. */
const FINISHES: { readonly [Kind in HumanNode['kind']]: FinishingAction } = {
  decide: 'agree',
  acknowledge: 'acknowledge',
  form: 'complete',
  task: 'complete',
  interview: 'complete',
  sign: 'sign',
  settle: 'settle',
};

/** agree, reject, acknowledge, object, complete, sign, settle: the answers that finish a task. */
export function finishTask(recorder: Recorder, command: FinishingCommand): Result<true, ApprovalRefusal> {
  const hand = taskInHand(recorder, command);
  if (!hand.ok) return hand;
  const { task, node, by, onBehalfOf } = hand.value;
  const outcome = outcomeOf(node, command.kind);
  if (outcome === null) return no('action.not-offered', { nodeId: node.id, action: command.kind });
  const comment = command.comment ?? null;
  if (isNegative(outcome)) {
    if (comment === null || comment.trim() === '') return no('reason.missing', { action: command.kind });
  } else {
    const settled = command.kind === 'settle' ? takeLines(recorder, node.id, command) : ok(true as const);
    if (!settled.ok) return settled;
    const taken = takeContent(recorder, node, task.round, command, task.id);
    if (!taken.ok) return taken;
  }
  const photos = command.photos ?? [];
  recorder.record({
    type: 'taskDecided',
    taskId: task.id,
    outcome,
    by,
    onBehalfOf,
    why: 'decided',
    comment,
    photos,
  });
  openUnblocked(recorder, node);
  settleNode(recorder, node);
  advance(recorder);
  return ok(true);
}

function outcomeOf(node: HumanNode, action: FinishingAction): Outcome | null {
  if (action === 'reject') return node.actions.includes('reject') ? 'rejected' : null;
  if (action === 'object') return node.actions.includes('object') ? 'objected' : null;
  return FINISHES[node.kind] === action ? finishedOutcome(node.kind) : null;
}

function takeLines(
  recorder: Recorder,
  nodeId: NodeId,
  { lines }: TaskContent,
): Result<true, ApprovalRefusal> {
  if (lines === undefined || lines.length === 0) return no('settlement.lines-missing', { nodeId });
  for (const { code, fen } of lines)
    if (!Number.isSafeInteger(fen)) return no('settlement.not-whole-fen', { code, fen });
  recorder.record({ type: 'settled', nodeId, lines });
  return ok(true);
}
