import type { Result } from '../result';
import { ok } from '../result';
import { administratorsOf } from './assignees';
import { awaitedPeople } from './awaited';
import type { Task } from './case';
import { participantsOf, tasksOf } from './case';
import type { TaskLink } from './commands';
import { standInFor } from './delegation';
import type { HumanNode, OptionalAction } from './flow';
import { isHuman, nodeOf } from './flow';
import { roundOf } from './lanes';
import type { NodeId, PersonId } from './names';
import type { Recorder } from './recorder';
import type { ApprovalRefusal } from './refusals';
import { no } from './refusals';

/** The person behind a command; the machinery is no person. */
export function personOf(recorder: Recorder): Result<PersonId, ApprovalRefusal> {
  const { actor, kind } = recorder.command;
  return actor.who === 'person' ? ok(actor.id) : no('action.not-allowed', { action: kind, needs: 'person' });
}

/** A command of the machinery itself: the timer, the documents, a provider, the staff list. */
export function fromSystem(recorder: Recorder): Result<true, ApprovalRefusal> {
  const { actor, kind } = recorder.command;
  return actor.who === 'system' ? ok(true) : no('action.not-allowed', { action: kind, needs: 'system' });
}

/** Whoever has a part in the case or will be asked, and its administrators; to anyone else the case does not exist. */
export function participant(recorder: Recorder): Result<PersonId, ApprovalRefusal> {
  const person = personOf(recorder);
  if (!person.ok) return person;
  const { flow, state, context } = recorder;
  const known =
    participantsOf(state).includes(person.value) ||
    awaitedPeople(flow, state, context.directory).includes(person.value) ||
    administratorsOf(flow, state, context).includes(person.value);
  return known ? person : no('case.unknown', { caseId: state.id });
}

/** An administrator of the case who is not the applicant. */
export function administrator(recorder: Recorder): Result<PersonId, ApprovalRefusal> {
  const person = participant(recorder);
  if (!person.ok) return person;
  const { flow, state, context, command } = recorder;
  const may = administratorsOf(flow, state, context).includes(person.value);
  return may
    ? person
    : no('action.not-allowed', { action: command.kind, needs: `role:${flow.administrator}` });
}

export interface TaskInHand {
  readonly task: Task;
  readonly node: HumanNode;
  readonly by: PersonId;
  /** Set when a stand-in acts. */
  readonly onBehalfOf: PersonId | null;
}

/**
 * The open task behind a link, for the person who may act on it. A stranger hears the same as for a task that does
 * not exist; whoever had a part in it hears what became of it (the leaving rules §4).
 */
export function taskInHand(recorder: Recorder, link: TaskLink): Result<TaskInHand, ApprovalRefusal> {
  const person = personOf(recorder);
  if (!person.ok) return person;
  const { state, context } = recorder;
  const { taskId, round } = link;
  const by = person.value;
  const task = state.tasks[taskId];
  if (task === undefined || !knows(recorder, task, by)) return no('task.unknown', { taskId });

  const settled = answeredAlready(recorder, task);
  if (settled !== null) return no('task.already-decided', settled);
  const currentRound = roundOf(state, task.nodeId);
  if (task.voided !== null) return no('task.dead-link', { taskId, round, currentRound, reason: task.voided });
  if (round !== task.round)
    return no('task.dead-link', { taskId, round, currentRound, reason: 'otherRound' });

  const owner = task.onBehalfOf ?? task.assignee;
  const acts = by === task.assignee || by === owner || standsInFor(recorder, task.assignee, by);
  if (!acts) return no('task.moved', { taskId, to: task.assignee, at: task.movedAt ?? context.now });
  if (task.status === 'planned') {
    const before = task.after === null ? undefined : state.tasks[task.after];
    return no('task.not-your-turn', { taskId, waitsFor: before?.assignee ?? task.assignee });
  }
  const endsAt = context.directory.person(by)?.accessEndsAt ?? null;
  if (endsAt !== null && endsAt <= context.now && by !== state.applicant)
    return no('person.gone', { person: by, since: endsAt });
  const node = recorder.node(task.nodeId);
  if (!isHuman(node)) throw new Error(`a task at a node without people: ${node.id}`);
  return ok({ task, node, by, onBehalfOf: by === owner ? null : owner });
}

const knows = (recorder: Recorder, task: Task, by: PersonId): boolean =>
  by === task.assignee ||
  by === task.onBehalfOf ||
  task.formerly.includes(by) ||
  standsInFor(recorder, task.assignee, by);

function standsInFor({ state, context, flow }: Recorder, away: PersonId, by: PersonId): boolean {
  // Nobody signs or fills in for the applicant, and the applicant judges for nobody.
  if (by === state.applicant || away === state.applicant) return false;
  const { now, delegations, directory } = context;
  const question = { person: away, flowId: flow.id, now, delegations, directory, except: [state.applicant] };
  return standInFor(question)?.person === by;
}

/** Who answered and when: this task, or the colleague whose answer closed the node. */
function answeredAlready({ state }: Recorder, task: Task) {
  const deciding = tasksOf(state, task.nodeId, task.round).flatMap((one) => one.decision ?? []);
  const decision =
    task.voided === 'siblingDecided' ? deciding.sort((a, b) => b.seq - a.seq)[0] : task.decision;
  if (decision == null) return null;
  const { by, onBehalfOf, at, outcome } = decision;
  return { taskId: task.id, by, onBehalfOf, at, outcome };
}

/** The open human node that a command names, when it offers the action. */
export function openHumanNode(
  recorder: Recorder,
  nodeId: NodeId,
  action: OptionalAction | null,
): Result<HumanNode, ApprovalRefusal> {
  const node = nodeOf(recorder.flow, nodeId);
  if (node === undefined || !isHuman(node)) return no('node.unknown', { nodeId });
  const current = recorder.state.nodes[nodeId];
  if (current?.status !== 'open') return no('node.not-open', { nodeId, closedAt: current?.closedAt ?? null });
  if (action !== null && !node.actions.includes(action)) return no('action.not-offered', { nodeId, action });
  return ok(node);
}

/** Someone who may be given work of this case. */
export function askable(recorder: Recorder, person: PersonId): Result<true, ApprovalRefusal> {
  const { state, context } = recorder;
  const member = context.directory.person(person);
  if (member === undefined) return no('person.unknown', { person });
  if (person === state.applicant) return no('person.is-applicant', { person });
  if (member.accessEndsAt !== null && member.accessEndsAt <= context.now)
    return no('person.gone', { person, since: member.accessEndsAt });
  return ok(true);
}

/** Like askable, and not asked in this round of the node already. */
export function askableAt(
  recorder: Recorder,
  person: PersonId,
  nodeId: NodeId,
): Result<true, ApprovalRefusal> {
  const may = askable(recorder, person);
  if (!may.ok) return may;
  const { state } = recorder;
  const asked = tasksOf(state, nodeId, roundOf(state, nodeId)).some(
    (task) => task.status !== 'void' && (task.assignee === person || task.onBehalfOf === person),
  );
  return asked ? no('person.already-asked', { person, nodeId }) : ok(true);
}
