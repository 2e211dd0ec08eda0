import type { Result } from '../../result';
import { ok } from '../../result';
import { taskInHand } from '../authority';
import type { CommandOf } from '../commands';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** 约谈: asks the applicant for a talk; the task stays open and its time keeps running. */
export function askForTalk(
  recorder: Recorder,
  command: CommandOf<'askForTalk'>,
): Result<true, ApprovalRefusal> {
  const hand = taskInHand(recorder, command);
  if (!hand.ok) return hand;
  const { node, by } = hand.value;
  if (!node.actions.includes('askForTalk'))
    return no('action.not-offered', { nodeId: node.id, action: 'askForTalk' });
  recorder.record({ type: 'talkAsked', by, nodeId: node.id, note: command.note ?? null });
  return ok(true);
}
