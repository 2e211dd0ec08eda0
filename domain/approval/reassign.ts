import { insteadOf } from './assignees';
import type { Task } from './case';
import { tasksOf } from './case';
import { canBeAsked } from './directory';
import type { HumanNode } from './flow';
import { isHuman } from './flow';
import type { PersonId } from './names';
import type { Recorder } from './recorder';
import { no } from './refusals';
import { stall } from './stall';
import { roundOf } from './lanes';

/**
 * What a person holds in this case goes to others, by the rule and the fallbacks of each node. The applicant's own
 * part stays theirs: whoever leaves still finishes their own leaving.
 */
export function handOverTasks(recorder: Recorder, person: PersonId): void {
  if (person === recorder.state.applicant) return;
  for (const task of liveTasks(recorder)) {
    if (task.assignee !== person && task.onBehalfOf !== person) continue;
    const node = recorder.node(task.nodeId);
    if (isHuman(node)) handOver(recorder, node, task, person);
  }
}

/** People whose end date has come so near that their tasks must move, in the order of their tasks. */
export function leaversOf(recorder: Recorder): readonly PersonId[] {
  const { context, state } = recorder;
  const people = liveTasks(recorder).flatMap((task) =>
    task.onBehalfOf === null ? [task.assignee] : [task.assignee, task.onBehalfOf],
  );
  return [...new Set(people)].filter(
    (id) => id !== state.applicant && !canBeAsked(context.directory, id, context.now),
  );
}

const liveTasks = ({ state }: Recorder): readonly Task[] =>
  Object.values(state.tasks).filter((task) => task.status === 'open' || task.status === 'planned');

function handOver(recorder: Recorder, node: HumanNode, task: Task, leaver: PersonId): void {
  const { state } = recorder;
  const to =
    task.onBehalfOf !== null && task.assignee === leaver
      ? task.onBehalfOf
      : successorAt(recorder, node, leaver);
  if (to !== null) {
    const move = { taskId: task.id, from: task.assignee, to, onBehalfOf: null, standInUntil: null } as const;
    return recorder.record({ type: 'taskMoved', ...move, reason: 'leaving', note: null });
  }
  if (state.nodes[node.id]?.stalled !== null) return;
  const tried = [`instead of:${leaver}`];
  stall(recorder, node.id, no('assignee.none-found', { nodeId: node.id, tried }).refusal);
}

function successorAt(recorder: Recorder, node: HumanNode, leaver: PersonId): PersonId | null {
  const { flow, state, context } = recorder;
  const asked = tasksOf(state, node.id, roundOf(state, node.id))
    .filter((task) => task.status !== 'void')
    .flatMap((task) => [task.assignee, ...(task.onBehalfOf === null ? [] : [task.onBehalfOf])]);
  // Passing a node over is for a rule that finds nobody, not for someone who has begun and leaves.
  return insteadOf({ flow, node, state, context, except: [...asked, leaver] })[0] ?? null;
}
