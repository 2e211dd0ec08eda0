import type { Result } from '../../result';
import { ok } from '../../result';
import { instantOf } from '../../time/instant';
import { handlersOf } from '../assignees';
import { openHumanNode, participant } from '../authority';
import type { CommandOf } from '../commands';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** One urge an hour for a node, whoever urges: a handler who is rung every minute reads nothing. */
export const URGE_PAUSE_MINUTES = 60;

/** 催办: rings for those whose turn it is. */
export function urge(recorder: Recorder, command: CommandOf<'urge'>): Result<true, ApprovalRefusal> {
  const person = participant(recorder);
  if (!person.ok) return person;
  const { nodeId } = command;
  const node = openHumanNode(recorder, nodeId, 'urge');
  if (!node.ok) return node;
  const { state, context } = recorder;
  const lastAt = state.nodes[nodeId]?.urgedAt ?? null;
  if (lastAt !== null) {
    const againAt = instantOf(lastAt + URGE_PAUSE_MINUTES * 60_000);
    if (context.now < againAt) return no('urge.too-soon', { nodeId, lastAt, againAt });
  }
  const to = handlersOf(state, nodeId);
  if (to.length === 0) return no('urge.nobody', { nodeId });
  recorder.record({ type: 'urged', nodeId, round: state.nodes[nodeId]?.round ?? 0, by: person.value, to });
  return ok(true);
}
