import type { Result } from '../../result';
import { ok } from '../../result';
import { askableAt, taskInHand } from '../authority';
import type { CommandOf } from '../commands';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** 转交: the task goes to another person for good. */
export function transfer(recorder: Recorder, command: CommandOf<'transfer'>): Result<true, ApprovalRefusal> {
  const hand = taskInHand(recorder, command);
  if (!hand.ok) return hand;
  const { task, node } = hand.value;
  if (!node.actions.includes('transfer'))
    return no('action.not-offered', { nodeId: node.id, action: 'transfer' });
  const may = askableAt(recorder, command.to, node.id);
  if (!may.ok) return may;
  recorder.record({
    type: 'taskMoved',
    taskId: task.id,
    from: task.assignee,
    to: command.to,
    onBehalfOf: null,
    standInUntil: null,
    reason: 'transferred',
    note: command.note ?? null,
  });
  return ok(true);
}
