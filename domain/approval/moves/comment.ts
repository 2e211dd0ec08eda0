import type { Result } from '../../result';
import { ok } from '../../result';
import { administratorsOf } from '../assignees';
import { openHumanNode, participant } from '../authority';
import { awaitedPeople } from '../awaited';
import { participantsOf } from '../case';
import type { CommandOf } from '../commands';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** The conversation of a case, or a thread on an open node. Only those who have a part in it are told. */
export function comment(recorder: Recorder, command: CommandOf<'comment'>): Result<true, ApprovalRefusal> {
  const person = participant(recorder);
  if (!person.ok) return person;
  if (command.nodeId !== undefined) {
    const node = openHumanNode(recorder, command.nodeId, 'comment');
    if (!node.ok) return node;
  }
  if (command.text.trim() === '') return no('reason.missing', { action: 'comment' });
  const { flow, state, context } = recorder;
  const known = [
    ...participantsOf(state),
    ...awaitedPeople(flow, state, context.directory),
    ...administratorsOf(flow, state, context),
  ];
  recorder.record({
    type: 'commented',
    by: person.value,
    nodeId: command.nodeId ?? null,
    text: command.text,
    ...(command.item !== undefined && { item: command.item }),
    mentions: [...new Set(command.mentions ?? [])].filter((id) => known.includes(id) && id !== person.value),
    photos: command.photos ?? [],
  });
  return ok(true);
}
