import type { Case, Task } from './case';
import { tasksOf } from './case';
import { standInFor } from './delegation';
import type { HumanNode } from './flow';
import type { NodeId, PersonId, TaskId } from './names';
import type { Recorder } from './recorder';

/** People asked one after another within a node; lanes run side by side, except in a sequence. */
export type Lane = readonly PersonId[];

/**
 * Plans the tasks of a node's current round, one lane for each person or chain of people, and opens those whose
 * turn it is. In a sequence a lane waits for the one before.
 */
export function planLanes(recorder: Recorder, node: HumanNode, lanes: readonly Lane[]): void {
  const everyone = lanes.flat();
  let last: TaskId | null = null;
  lanes.forEach((people, lane) => {
    if (node.mode !== 'sequence') last = null;
    for (const person of people)
      last = planTask(recorder, node.id, { lane, person, after: last, except: everyone });
  });
  openUnblocked(recorder, node);
}

/** Asks those whom a rule found: all of them side by side or in turn, in the mode `single` the first. */
export function askPeople(recorder: Recorder, node: HumanNode, people: readonly PersonId[]): void {
  const asked = node.mode === 'single' ? people.slice(0, 1) : people;
  planLanes(
    recorder,
    node,
    asked.map((person) => [person]),
  );
}

export interface TaskPlan {
  readonly lane: number;
  readonly person: PersonId;
  readonly after: TaskId | null;
  /** Those who cannot stand in, because they are asked themselves. */
  readonly except: readonly PersonId[];
}

/** Records a planned task of the node's current round and returns its id. A person who is away gets a stand-in. */
export function planTask(recorder: Recorder, nodeId: NodeId, plan: TaskPlan): TaskId {
  const { state, context, flow } = recorder;
  const round = roundOf(state, nodeId);
  const { lane, person, after } = plan;
  const place = tasksOf(state, nodeId, round).filter((task) => task.lane === lane).length;
  const taskId = `${nodeId}#${round}.${lane}.${place}`;
  const { now, delegations, directory } = context;
  const except = [state.applicant, ...plan.except];
  const standIn =
    person === state.applicant
      ? null
      : standInFor({ person, flowId: flow.id, now, delegations, directory, except });
  recorder.record({
    type: 'taskPlanned',
    taskId,
    nodeId,
    round,
    lane,
    assignee: standIn?.person ?? person,
    onBehalfOf: standIn === null ? null : person,
    standInUntil: standIn?.until ?? null,
    after,
  });
  return taskId;
}

/** Opens every planned task whose predecessor is decided; whoever agreed already in this case is not asked. */
export function openUnblocked(recorder: Recorder, node: HumanNode): void {
  for (let task = nextUnblocked(recorder.state, node.id); task !== undefined;) {
    if (node.skipIfAgreed === true && hasAgreed(recorder.state, task)) {
      const { id: taskId, assignee: by, onBehalfOf } = task;
      const decided = { taskId, outcome: 'agreed', by, onBehalfOf, why: 'alreadyAgreed' } as const;
      recorder.record({ type: 'taskDecided', ...decided, comment: null, photos: [] });
    } else {
      recorder.record({ type: 'taskOpened', taskId: task.id });
    }
    task = nextUnblocked(recorder.state, node.id);
  }
}

const nextUnblocked = (state: Case, nodeId: NodeId): Task | undefined =>
  tasksOf(state, nodeId, roundOf(state, nodeId)).find(
    (task) =>
      task.status === 'planned' && (task.after === null || state.tasks[task.after]?.status === 'decided'),
  );

/** Agreed in person, at a node that still stands, after the last return: what came after a return was never agreed to. */
function hasAgreed(state: Case, asked: Task): boolean {
  return Object.values(state.tasks).some(
    (task) =>
      task.decision?.outcome === 'agreed' &&
      task.decision.by === asked.assignee &&
      task.decision.seq > state.lastReturnSeq &&
      state.nodes[task.nodeId]?.status !== 'void',
  );
}

export const roundOf = (state: Case, nodeId: NodeId): number => state.nodes[nodeId]?.round ?? 0;
