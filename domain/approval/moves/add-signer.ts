import type { Result } from '../../result';
import { ok } from '../../result';
import { askableAt, taskInHand } from '../authority';
import type { CommandOf } from '../commands';
import { openUnblocked, planTask } from '../lanes';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** 加签. before: the other one answers first and the task comes back; after: the other one answers next. */
export function addSigner(
  recorder: Recorder,
  command: CommandOf<'addSigner'>,
): Result<true, ApprovalRefusal> {
  const hand = taskInHand(recorder, command);
  if (!hand.ok) return hand;
  const { task, node } = hand.value;
  const { person, position } = command;
  if (!node.actions.includes('addSigner'))
    return no('action.not-offered', { nodeId: node.id, action: 'addSigner' });
  const may = askableAt(recorder, person, node.id);
  if (!may.ok) return may;

  const behind = Object.values(recorder.state.tasks).filter(
    (other) => other.after === task.id && other.status === 'planned',
  );
  const after = position === 'after' ? task.id : task.after;
  const taskId = planTask(recorder, node.id, { lane: task.lane, person, after, except: [task.assignee] });
  recorder.record({ type: 'signerAdded', nodeId: node.id, taskId, person, position, of: task.id });
  if (position === 'before') recorder.record({ type: 'taskHeld', taskId: task.id, after: taskId });
  else for (const other of behind) recorder.record({ type: 'taskRequeued', taskId: other.id, after: taskId });
  openUnblocked(recorder, node);
  return ok(true);
}
