import { findAssignees, insteadOf, recipientsOf } from './assignees';
import type { Case, Task } from './case';
import { isValid, tasksOf } from './case';
import { closeNode, settleNode } from './close-node';
import { holds } from './conditions';
import { canBeAsked } from './directory';
import { timingOf } from './due';
import type { FlowNode, HumanNode } from './flow';
import { isHuman } from './flow';
import { askPeople, planLanes } from './lanes';
import type { PersonId, TaskId } from './names';
import type { Recorder } from './recorder';
import { no } from './refusals';
import { readField } from './route';
import { stall } from './stall';

/** Opens a node in a new round: people get tasks, a document is ordered, a wait begins, an end ends. */
export function openNode(recorder: Recorder, node: FlowNode): void {
  const round = (recorder.state.nodes[node.id]?.round ?? 0) + 1;
  if (node.when !== undefined && !holds(node.when, (path) => readField(recorder.state, path)))
    return closeNode(recorder, node.id, round, 'skipped', 'condition');
  if (isHuman(node)) return openHuman(recorder, node, round);
  switch (node.kind) {
    case 'notice':
      throw new Error(`a notice arrives once: ${node.id}`);
    case 'generate':
      return begin(recorder, node, round, []);
    case 'cc': {
      const { flow, state, context } = recorder;
      recorder.record({
        type: 'copied',
        nodeId: node.id,
        to: recipientsOf(node.to, node.id, flow, state, context),
      });
      return closeNode(recorder, node.id, round, 'copied');
    }
    case 'waitUntil': {
      begin(recorder, node, round, []);
      const until = recorder.state.nodes[node.id]?.dueAt ?? null;
      if (until !== null && until <= recorder.context.now) closeNode(recorder, node.id, round, 'reached');
      return;
    }
    case 'end':
      return closeNode(recorder, node.id, round, 'ended');
  }
}

function begin(recorder: Recorder, node: FlowNode, round: number, carried: readonly TaskId[]): void {
  const { state, context } = recorder;
  const timing = timingOf(node, context.now, context.now, state.dates, context.clock);
  const { at: dueAt, problem: dueProblem, alarms } = timing;
  recorder.record({ type: 'nodeOpened', nodeId: node.id, round, dueAt, dueProblem, alarms, carried });
}

function openHuman(recorder: Recorder, node: HumanNode, round: number): void {
  const before = recorder.state.nodes[node.id];
  if (before?.carryNext === true) return resumeHuman(recorder, node, round);
  const { flow, state, context } = recorder;
  const found = findAssignees({ flow, node, state, context });
  if (found.ok && found.value.skip) return closeNode(recorder, node.id, round, 'skipped', found.value.why);
  begin(recorder, node, round, []);
  if (!found.ok) return stall(recorder, node.id, found.refusal);
  askPeople(recorder, node, found.value.people);
  settleNode(recorder, node);
}

/**
 * After a return that is resumed: those who had finished stay finished, unless the document that they signed has
 * changed; whoever returned it and those who had not answered are asked again, in the same order.
 */
function resumeHuman(recorder: Recorder, node: HumanNode, round: number): void {
  const { state, flow, context } = recorder;
  const former = state.nodes[node.id];
  const earlier = [
    ...(former?.carried ?? []).flatMap((id) => state.tasks[id] ?? []),
    ...tasksOf(state, node.id, round - 1).filter(
      (task) => task.voided === null || task.voided === 'returned',
    ),
  ];
  const carried = earlier.filter((task) => stillCounts(state, node, task));
  const finished = carried.map((task) => task.assignee);
  const spare = insteadOf({ flow, node, state, context, except: finished });
  const asked = new Set(finished);
  const lanes: (PersonId[] | undefined)[] = [];
  for (const task of inChainOrder(earlier.filter((one) => !carried.includes(one)))) {
    const owner = task.onBehalfOf ?? task.assignee;
    const available = owner === state.applicant || canBeAsked(context.directory, owner, context.now);
    const person = available ? owner : spare.find((id) => !asked.has(id));
    if (person === undefined || asked.has(person)) continue;
    asked.add(person);
    (lanes[task.lane] ??= []).push(person);
  }
  begin(
    recorder,
    node,
    round,
    carried.map((task) => task.id),
  );
  if (asked.size === finished.length)
    return stall(
      recorder,
      node.id,
      no('assignee.none-found', { nodeId: node.id, tried: ['resume'] }).refusal,
    );
  // A lane keeps its number through the rounds: two people who answered side by side never queue.
  planLanes(
    recorder,
    node,
    Array.from(lanes, (lane) => lane ?? []),
  );
  settleNode(recorder, node);
}

function stillCounts(state: Case, node: HumanNode, task: Task): boolean {
  if (task.status !== 'decided' || task.decision?.outcome === 'returned') return false;
  if (node.requires?.signature === undefined) return true;
  return state.signatures.some((one) => one.taskId === task.id && isValid(state, one));
}

/** By lane, and within a lane whoever is waited for first. */
function inChainOrder(tasks: readonly Task[]): readonly Task[] {
  const depth = (task: Task): number => {
    const before = tasks.find((one) => one.id === task.after);
    return before === undefined ? 0 : 1 + depth(before);
  };
  return [...tasks].sort((a, b) => a.lane - b.lane || depth(a) - depth(b));
}
