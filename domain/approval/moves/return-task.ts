import type { Result } from '../../result';
import { ok } from '../../result';
import { advance } from '../advance';
import { taskInHand } from '../authority';
import type { CommandOf } from '../commands';
import type { HumanNode } from '../flow';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';
import { voidFollowers, voidNode } from '../void-node';

/**
 * 退回. restart: the target and all that follows it is passed again. resume: the target alone, then straight back
 * to this node, whose finished signers stay finished. Branches that do not follow stay as they are.
 */
export function returnTask(recorder: Recorder, command: CommandOf<'return'>): Result<true, ApprovalRefusal> {
  const hand = taskInHand(recorder, command);
  if (!hand.ok) return hand;
  const { task, node, by, onBehalfOf } = hand.value;
  const { to, reason } = command;
  if (!node.actions.includes('return'))
    return no('action.not-offered', { nodeId: node.id, action: 'return' });
  if (reason.trim() === '') return no('reason.missing', { action: 'return' });
  const allowed = (node.returns?.to ?? []).filter((id) => isDone(recorder, id));
  if (!allowed.includes(to)) return no('return.not-there', { nodeId: node.id, to, allowed });
  const policy = policyFor(node, command.policy);
  if (policy === null)
    return no('return.policy-fixed', { nodeId: node.id, policy: node.returns?.policy ?? 'none' });

  const decided = { taskId: task.id, outcome: 'returned', by, onBehalfOf, why: 'decided' } as const;
  recorder.record({ type: 'taskDecided', ...decided, comment: reason, photos: [] });
  if (policy === 'restart') {
    voidFollowers(recorder, to, 'returned', { andItself: true });
  } else {
    voidNode(recorder, to, 'returned');
    voidNode(recorder, node.id, 'returned', true);
    voidFollowers(recorder, node.id, 'returned');
  }
  recorder.record({ type: 'returned', from: node.id, to, taskId: task.id, policy, reason });
  advance(recorder);
  return ok(true);
}

const isDone = (recorder: Recorder, id: string): boolean => {
  const target = recorder.state.nodes[id];
  return target?.status === 'done' && target.outcome !== 'skipped';
};

function policyFor(node: HumanNode, asked: 'restart' | 'resume' | undefined): 'restart' | 'resume' | null {
  const fixed = node.returns?.policy ?? 'restart';
  if (fixed === 'returnerChooses') return asked ?? 'restart';
  return asked === undefined || asked === fixed ? fixed : null;
}
