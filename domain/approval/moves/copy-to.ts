import type { Result } from '../../result';
import { ok } from '../../result';
import { askable, openHumanNode, participant } from '../authority';
import type { CommandOf } from '../commands';
import { handlersOf } from '../assignees';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** 抄送: the applicant, or whoever handles the node named, lets others read along. */
export function copyTo(recorder: Recorder, command: CommandOf<'cc'>): Result<true, ApprovalRefusal> {
  const person = participant(recorder);
  if (!person.ok) return person;
  const { state } = recorder;
  const { nodeId, people } = command;
  if (nodeId !== undefined) {
    const node = openHumanNode(recorder, nodeId, 'cc');
    if (!node.ok) return node;
    if (!handlersOf(state, nodeId).includes(person.value))
      return no('action.not-allowed', { action: 'cc', needs: 'handler' });
  } else if (person.value !== state.applicant) {
    return no('action.not-allowed', { action: 'cc', needs: 'applicant' });
  }
  for (const one of people) {
    const may = askable(recorder, one);
    if (!may.ok) return may;
  }
  const to = [...new Set(people)].filter((one) => !state.cc.includes(one));
  if (to.length > 0) recorder.record({ type: 'copied', nodeId: nodeId ?? null, to });
  return ok(true);
}
