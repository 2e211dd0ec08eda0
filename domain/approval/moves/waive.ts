import type { Result } from '../../result';
import { ok } from '../../result';
import { advance } from '../advance';
import { administrator, openHumanNode } from '../authority';
import { closeNode } from '../close-node';
import type { CommandOf } from '../commands';
import type { Subject } from '../flow';
import { roundOf } from '../lanes';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** What the law owes the employee is never waived. */
const OWED: readonly Subject[] = ['certificate', 'wageSettlement', 'insuranceTransfer', 'archiveTransfer'];

/** An administrator does without a node, with a reason. */
export function waive(recorder: Recorder, command: CommandOf<'waive'>): Result<true, ApprovalRefusal> {
  const person = administrator(recorder);
  if (!person.ok) return person;
  const { nodeId, reason } = command;
  const node = openHumanNode(recorder, nodeId, 'waive');
  if (!node.ok) return node;
  const { subject } = node.value;
  if (subject !== undefined && OWED.includes(subject)) return no('waive.statutory', { nodeId, subject });
  if (reason.trim() === '') return no('reason.missing', { action: 'waive' });
  recorder.record({ type: 'waived', nodeId, by: person.value, reason });
  closeNode(recorder, nodeId, roundOf(recorder.state, nodeId), 'waived', reason, 'waived');
  advance(recorder);
  return ok(true);
}
