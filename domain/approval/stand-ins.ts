import { tasksOf } from './case';
import { standInFor } from './delegation';
import { canBeAsked } from './directory';
import type { Recorder } from './recorder';

/** Open tasks follow the delegations: to a stand-in when one begins, back when it ends or is called off. */
export function renewStandIns(recorder: Recorder): void {
  const { flow, context } = recorder;
  const { now, delegations, directory } = context;
  for (const { id } of Object.values(recorder.state.tasks)) {
    const task = recorder.state.tasks[id];
    if (task === undefined || (task.status !== 'open' && task.status !== 'planned')) continue;
    const owner = task.onBehalfOf ?? task.assignee;
    if (owner === recorder.state.applicant) continue;
    const colleagues = tasksOf(recorder.state, task.nodeId, task.round)
      .filter((other) => other.id !== task.id && other.status !== 'void')
      .map((other) => other.assignee);
    const except = [recorder.state.applicant, ...colleagues];
    const standIn = standInFor({ person: owner, flowId: flow.id, now, delegations, directory, except });
    const to = standIn?.person ?? owner;
    const until = standIn?.until ?? null;
    if (to === task.assignee && until === task.standInUntil) continue;
    if (to === owner && !canBeAsked(directory, owner, now)) continue;
    recorder.record({
      type: 'taskMoved',
      taskId: task.id,
      from: task.assignee,
      to,
      onBehalfOf: standIn === null ? null : owner,
      standInUntil: until,
      reason: standIn === null ? 'standInEnded' : 'delegated',
      note: null,
    });
  }
}
