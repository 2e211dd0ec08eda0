import type { Result } from '../result';
import { ok } from '../result';
import { minuteOf } from '../time/instant';
import { advance } from './advance';
import type { CaseDates } from './case';
import { openNodes } from './case';
import { checkDates } from './dates';
import { timingOf } from './due';
import type { DateName } from './flow';
import type { NodeId } from './names';
import { closeNode } from './close-node';
import type { Recorder } from './recorder';
import type { ApprovalRefusal } from './refusals';
import { no } from './refusals';

/** Changes dates of the case; what is due by them moves along. A date that the case already passed stays. */
export function setDates(
  recorder: Recorder,
  changes: CaseDates,
  reason: string,
): Result<true, ApprovalRefusal> {
  const { state, context, flow } = recorder;
  if (changes.notice !== undefined && changes.notice !== state.dates.notice)
    return no('dates.already-reached', { name: 'notice', nodeId: flow.start });
  const dates: CaseDates = { ...state.dates, ...changes };
  const notice = context.clock.zone.dateAt(minuteOf(state.dates.notice ?? state.startedAt));
  const valid = checkDates(dates, notice);
  if (!valid.ok) return valid;
  for (const name of Object.keys(changes) as DateName[]) {
    const nodeId = reachedAt(recorder, name);
    if (nodeId !== null) return no('dates.already-reached', { name, nodeId });
  }
  recorder.record({ type: 'datesChanged', dates, reason });
  retime(recorder, () => true);
  advance(recorder);
  return ok(true);
}

/** The wait that ended because this date came; null while it lies ahead. */
export function reachedAt({ flow, state }: Recorder, name: DateName): NodeId | null {
  const passed = flow.nodes.find(
    (node) =>
      node.kind === 'waitUntil' &&
      node.until.base === name &&
      // A wait that ends ahead of its date says nothing about the date itself.
      node.until.offset.amount >= 0 &&
      state.nodes[node.id]?.outcome === 'reached',
  );
  return passed?.id ?? null;
}

/** Computes again when open nodes are due and records what moved; a wait whose time is over ends. */
export function retime(recorder: Recorder, which: (nodeId: string) => boolean): void {
  const { context } = recorder;
  for (const current of openNodes(recorder.state).filter((node) => which(node.id))) {
    const { id: nodeId, round, openedAt, fired } = current;
    const node = recorder.node(nodeId);
    const timing = timingOf(node, openedAt, context.now, recorder.state.dates, context.clock);
    const alarms = timing.alarms.filter((alarm) => !fired.includes(alarm.id));
    const same =
      timing.at === current.dueAt &&
      timing.problem?.code === current.dueProblem?.code &&
      JSON.stringify(alarms) === JSON.stringify(current.alarms);
    if (!same)
      recorder.record({
        type: 'dueChanged',
        nodeId,
        round,
        dueAt: timing.at,
        dueProblem: timing.problem,
        alarms,
      });
    if (node.kind === 'waitUntil' && timing.at !== null && timing.at <= context.now)
      closeNode(recorder, nodeId, round, 'reached');
  }
}
