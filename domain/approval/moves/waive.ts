import type { Result } from '../../result';
import { ok } from '../../result';
import { advance } from '../advance';
import { administrator, openHumanNode } from '../authority';
import { closeNode } from '../close-node';
import type { CommandOf } from '../commands';
import { roundOf } from '../lanes';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/**
 * An administrator does without a node, with a reason. What the law owes the employee offers no waiving: the publish
 * lint sees to it.
 */
export function waive(recorder: Recorder, command: CommandOf<'waive'>): Result<true, ApprovalRefusal> {
  const person = administrator(recorder);
  if (!person.ok) return person;
  const { nodeId, reason } = command;
  const node = openHumanNode(recorder, nodeId, 'waive');
  if (!node.ok) return node;
  if (reason.trim() === '') return no('reason.missing', { action: 'waive' });
  recorder.record({ type: 'waived', nodeId, by: person.value, reason });
  closeNode(recorder, nodeId, roundOf(recorder.state, nodeId), 'waived', reason, 'waived');
  advance(recorder);
  return ok(true);
}
