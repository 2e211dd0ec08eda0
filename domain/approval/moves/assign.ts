import type { Result } from '../../result';
import { ok } from '../../result';
import { administrator, askableAt, openHumanNode } from '../authority';
import { tasksOf } from '../case';
import type { CommandOf } from '../commands';
import { planLanes, roundOf } from '../lanes';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** An administrator names who handles a stalled node, or who takes over from its one handler. */
export function assign(recorder: Recorder, command: CommandOf<'assign'>): Result<true, ApprovalRefusal> {
  const person = administrator(recorder);
  if (!person.ok) return person;
  const { nodeId, to } = command;
  const node = openHumanNode(recorder, nodeId, null);
  if (!node.ok) return node;
  // What the applicant must fill in or sign is nobody else's.
  if (node.value.assignee.by === 'applicant') return no('action.not-offered', { nodeId, action: 'assign' });
  const may = askableAt(recorder, to, nodeId);
  if (!may.ok) return may;
  const { state } = recorder;
  const open = tasksOf(state, nodeId, roundOf(state, nodeId)).filter((task) => task.status === 'open');
  const [only] = open;
  if (only === undefined) {
    planLanes(recorder, node.value, [[to]]);
    return ok(true);
  }
  const people = open.map((task) => task.assignee);
  if (people.length > 1) return no('assign.several-handlers', { nodeId, people });
  const move = { taskId: only.id, from: only.assignee, to, onBehalfOf: null, standInUntil: null } as const;
  recorder.record({ type: 'taskMoved', ...move, reason: 'takenOver', note: null });
  return ok(true);
}
