import { administratorsOf } from './assignees';
import type { Case } from './case';
import type { Context } from './context';
import type { EffectBody, EngineMessage, NotifyEffect, Urgency } from './effects';
import type { BodyOf, CaseEvent } from './events';
import type { FlowDefinition } from './flow';
import { isHuman, nodeOf } from './flow';
import type { PersonId, TaskId } from './names';

type About = Partial<Pick<NotifyEffect, 'nodeId' | 'taskId' | 'round' | 'facts'>>;

/** One message to several people; to nobody, none. */
export function notify(
  to: readonly PersonId[],
  message: EngineMessage | string,
  urgency: Urgency,
  about: About = {},
): readonly EffectBody[] {
  if (to.length === 0) return [];
  return [
    { do: 'notify', to, message, urgency, nodeId: null, taskId: null, round: null, facts: {}, ...about },
  ];
}

/** Who is told what because of an event, and which inbox items close themselves. */
export function tellAbout(
  flow: FlowDefinition,
  state: Case,
  { body, actor, at }: CaseEvent,
  context: Context,
): readonly EffectBody[] {
  const actorId = actor.who === 'person' ? actor.id : null;
  const others = (people: readonly PersonId[]) => people.filter((id) => id !== actorId);
  switch (body.type) {
    case 'noticeArrived':
      return notify([state.applicant], 'notice.receipt', 'now', {
        nodeId: body.nodeId,
        facts: { digest: body.documentDigest, arrivedAt: at, seq: state.seq },
      });
    case 'nodeOpened':
      if (body.dueProblem === null) return [];
      return notify(administratorsOf(flow, state, context), 'due.unknown', 'daytime', {
        nodeId: body.nodeId,
        facts: { code: body.dueProblem.code },
      });
    case 'nodeStalled':
      return notify(body.to, 'node.stalled', 'now', {
        nodeId: body.nodeId,
        facts: { code: body.problem.code },
      });
    case 'nodeClosed':
      if (body.note !== 'overdue') return [];
      return notify([state.applicant], 'node.went-on-by-itself', 'daytime', { nodeId: body.nodeId });
    case 'taskOpened':
      return ask(state, body.taskId, 'task.opened');
    case 'taskHeld':
    case 'taskVoided':
    case 'taskDecided':
      return closeInbox(state, body.taskId).concat(body.type === 'taskDecided' ? tellAway(state, body) : []);
    case 'taskMoved': {
      const task = state.tasks[body.taskId];
      if (task?.status !== 'open' || body.from === body.to) return [];
      const closed: EffectBody = { do: 'closeInbox', taskId: body.taskId, person: body.from };
      return [closed, ...ask(state, body.taskId, 'task.moved-to-you')];
    }
    case 'returned': {
      const target = nodeOf(flow, body.to);
      // The applicant's own form opens again and says why itself.
      if (target !== undefined && isHuman(target) && target.assignee.by === 'applicant') return [];
      return notify(others([state.applicant]), 'case.returned', 'daytime', { nodeId: body.to });
    }
    case 'documentChanged':
      return notify(others(body.voids), 'signature.void', 'now', { facts: { document: body.document } });
    case 'reminded':
      if (body.superseded) return [];
      return notify(body.to, body.message, 'daytime', { nodeId: body.nodeId, round: body.round });
    case 'escalated':
      if (body.message === null) return [];
      return notify(body.to, body.message, 'daytime', {
        nodeId: body.nodeId,
        round: body.round,
        facts: { handlers: body.handlers.join(','), minutesOverdue: body.minutesOverdue },
      });
    case 'urged':
      return notify(body.to, 'handler.urged', 'now', { nodeId: body.nodeId, round: body.round });
    case 'commented':
      return notify(listeners(state, body), 'case.commented', 'daytime', { nodeId: body.nodeId });
    case 'copied':
      return notify(others(body.to), 'case.copied-to-you', 'daytime', { nodeId: body.nodeId });
    case 'dateProposed':
      return notify([state.applicant], 'date.proposed', 'now', { facts: { lastDay: body.lastDay } });
    case 'dateAnswered':
      return notify(administratorsOf(flow, state, context), 'date.answered', 'daytime', {
        facts: { accepted: body.accepted },
      });
    case 'datesChanged':
      return notify(others([state.applicant]), 'dates.changed', 'daytime');
    case 'talkAsked':
      return notify([state.applicant], 'talk.asked', 'now', { nodeId: body.nodeId });
    case 'withdrawalAsked':
      return notify(body.to, 'withdrawal.asked', 'now');
    case 'withdrawalAnswered':
      return notify([state.applicant], 'withdrawal.answered', 'now', { facts: { granted: body.granted } });
    case 'effectReported':
      return notify(body.to, 'effect.failed', 'daytime', {
        facts: { effectKey: body.effectKey, attempt: body.attempt, detail: body.detail },
      });
    case 'caseClosed': {
      if (body.result !== 'withdrawn')
        return notify([state.applicant], 'case.closed', 'now', { facts: { result: body.result } });
      return notify(others(lastHandlers(state)), 'case.withdrawn', 'daytime');
    }
    default:
      return [];
  }
}

function ask(state: Case, taskId: TaskId, message: EngineMessage): readonly EffectBody[] {
  const task = state.tasks[taskId];
  if (task === undefined) return [];
  const { nodeId, round, assignee, onBehalfOf } = task;
  return notify([assignee], message, 'now', { nodeId, taskId, round, facts: { onBehalfOf } });
}

/** Only a task that someone was asked has an inbox item. */
function closeInbox(state: Case, taskId: TaskId): readonly EffectBody[] {
  const task = state.tasks[taskId];
  return task === undefined || task.openedAt === null
    ? []
    : [{ do: 'closeInbox', taskId, person: task.assignee }];
}

/** Whoever was away hears what was decided for them. */
function tellAway(
  state: Case,
  { taskId, onBehalfOf, outcome }: BodyOf<'taskDecided'>,
): readonly EffectBody[] {
  const nodeId = state.tasks[taskId]?.nodeId ?? null;
  return notify(onBehalfOf === null ? [] : [onBehalfOf], 'task.decided-by-another', 'daytime', {
    nodeId,
    facts: { outcome },
  });
}

/** Those who are mentioned; without mentions the applicant and whoever's turn it is. */
function listeners(state: Case, { mentions, by, nodeId }: BodyOf<'commented'>): readonly PersonId[] {
  if (mentions.length > 0) return mentions;
  const handlers = Object.values(state.tasks)
    .filter((task) => task.status === 'open' && (nodeId === null || task.nodeId === nodeId))
    .map((task) => task.assignee);
  return [...new Set([state.applicant, ...handlers])].filter((id) => id !== by);
}

/** Those whose task the end of the case took away. */
const lastHandlers = (state: Case): readonly PersonId[] => [
  ...new Set(
    Object.values(state.tasks)
      .filter((task) => task.voided === 'withdrawn' && task.openedAt !== null)
      .map((task) => task.assignee),
  ),
];
