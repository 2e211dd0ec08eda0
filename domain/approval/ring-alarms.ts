import { administratorsOf, handlersOf, namedBy, recipientsOf } from './assignees';
import { askableAt } from './authority';
import type { Alarm, NodeState } from './case';
import { openNodes, tasksOf } from './case';
import { closeNode } from './close-node';
import type { EscalationRule, HumanNode, ReminderRule } from './flow';
import { isHuman } from './flow';
import type { Recorder } from './recorder';

interface Ringing<Rule> {
  readonly alarm: Alarm;
  readonly rule: Rule;
}

/**
 * Reminders and escalations whose time has come, each once per node, round and offset. Several reminders at once,
 * after an outage, send only the newest; none is sent when the flow goes on by itself in the same moment.
 */
export function ringAlarms(recorder: Recorder): void {
  for (const current of openNodes(recorder.state)) {
    const node = recorder.node(current.id);
    // What went on by itself a moment ago may have closed or voided this one.
    if (!isHuman(node) || recorder.state.nodes[node.id]?.status !== 'open') continue;
    const due = current.alarms.filter((alarm) => alarm.at <= recorder.context.now);
    const escalations = ringing(due, 'escalate', node.escalation);
    const goesOn = escalations.some(({ rule }) => rule.do === 'continue');
    const reminders = ringing(due, 'remind', node.reminders);
    reminders.forEach((one, index) => remind(recorder, current, one, goesOn || index < reminders.length - 1));
    for (const one of escalations)
      if (recorder.state.nodes[node.id]?.status === 'open') escalate(recorder, node, current, one);
  }
}

function ringing<Rule>(
  due: readonly Alarm[],
  kind: 'remind' | 'escalate',
  rules: readonly Rule[] = [],
): readonly Ringing<Rule>[] {
  return due.flatMap((alarm) => {
    const [name, index] = alarm.id.split(':');
    const rule = name === kind ? rules[Number(index)] : undefined;
    return rule === undefined ? [] : [{ alarm, rule }];
  });
}

function remind(
  recorder: Recorder,
  { id: nodeId, round }: NodeState,
  { alarm, rule }: Ringing<ReminderRule>,
  superseded: boolean,
): void {
  const { flow, state, context } = recorder;
  const to = recipientsOf(rule.to, nodeId, flow, state, context);
  recorder.record({
    type: 'reminded',
    nodeId,
    round,
    alarm: alarm.id,
    message: rule.message,
    to,
    superseded,
  });
}

function escalate(
  recorder: Recorder,
  node: HumanNode,
  { id: nodeId, round, dueAt }: NodeState,
  { alarm, rule }: Ringing<EscalationRule>,
): void {
  const { flow, state, context } = recorder;
  const to = rule.do === 'notify' ? recipientsOf(rule.to, nodeId, flow, state, context) : [];
  recorder.record({
    type: 'escalated',
    nodeId,
    round,
    alarm: alarm.id,
    does: rule.do,
    message: rule.do === 'notify' ? rule.message : null,
    to,
    handlers: handlersOf(state, nodeId),
    minutesOverdue: Math.max(0, Math.floor((context.now - (dueAt ?? context.now)) / 60_000)),
  });
  if (rule.do === 'continue') closeNode(recorder, nodeId, round, rule.outcome, 'overdue');
  if (rule.do === 'takeOver') takeOver(recorder, node, rule);
}

/** One person takes what is open; lanes beside it are not asked any more, those to come in a sequence still are. */
function takeOver(
  recorder: Recorder,
  node: HumanNode,
  rule: Extract<EscalationRule, { do: 'takeOver' }>,
): void {
  const { flow, state, context } = recorder;
  const named = namedBy(rule.by, node.id, state, context.directory);
  const to = [...named, ...administratorsOf(flow, state, context)].find(
    (id) => askableAt(recorder, id, node.id).ok,
  );
  const tasks = tasksOf(state, node.id, state.nodes[node.id]?.round ?? 0);
  const open = tasks.filter((task) => task.status === 'open');
  const [first, ...others] = open;
  if (to === undefined || first === undefined) return;
  const move = { taskId: first.id, from: first.assignee, to, onBehalfOf: null, standInUntil: null } as const;
  recorder.record({ type: 'taskMoved', ...move, reason: 'takenOver', note: null });
  const lanes = others.map((task) => task.lane);
  for (const task of tasks)
    if (lanes.includes(task.lane) && (task.status === 'open' || task.status === 'planned'))
      recorder.record({ type: 'taskVoided', taskId: task.id, reason: 'takenOver' });
}
