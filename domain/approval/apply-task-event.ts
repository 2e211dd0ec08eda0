import type { Instant } from '../time/instant';
import type { Case, Task } from './case';
import type { BodyOf } from './events';
import type { NodeId, TaskId } from './names';

type TaskEvent = BodyOf<
  'taskPlanned' | 'taskOpened' | 'taskHeld' | 'taskRequeued' | 'taskDecided' | 'taskVoided' | 'taskMoved'
>;

/** What an event does to a task. A decided or void task never changes again, whatever the log says. */
export function applyTaskEvent(state: Case, body: TaskEvent, at: Instant, seq: number): Case {
  if (body.type === 'taskPlanned') {
    const { type: _type, taskId: id, ...planned } = body;
    if (state.tasks[id] !== undefined) return state;
    const task: Task = {
      ...planned,
      id,
      formerly: [],
      status: 'planned',
      openedAt: null,
      movedAt: null,
      decision: null,
      voided: null,
    };
    return { ...state, tasks: { ...state.tasks, [id]: task }, nodes: withSomeone(state, task.nodeId) };
  }
  switch (body.type) {
    case 'taskOpened':
      return changeTask(state, body.taskId, { status: 'open', openedAt: at });
    case 'taskHeld':
      return changeTask(state, body.taskId, { status: 'planned', after: body.after });
    case 'taskRequeued':
      return changeTask(state, body.taskId, { after: body.after });
    case 'taskDecided': {
      const { outcome, by, onBehalfOf } = body;
      return changeTask(state, body.taskId, {
        status: 'decided',
        decision: { outcome, by, onBehalfOf, at, seq },
      });
    }
    case 'taskVoided':
      return changeTask(state, body.taskId, { status: 'void', voided: body.reason });
    case 'taskMoved': {
      const { to, from, onBehalfOf, standInUntil } = body;
      const formerly = [...new Set([...(state.tasks[body.taskId]?.formerly ?? []), from])];
      const nodes = withSomeone(state, state.tasks[body.taskId]?.nodeId ?? '');
      const change = { assignee: to, onBehalfOf, standInUntil, formerly, movedAt: at };
      return changeTask({ ...state, nodes }, body.taskId, change);
    }
  }
}

function changeTask(state: Case, id: TaskId, change: Partial<Task>): Case {
  const task = state.tasks[id];
  if (task === undefined || task.status === 'decided' || task.status === 'void') return state;
  return { ...state, tasks: { ...state.tasks, [id]: { ...task, ...change } } };
}

/** A node where someone has a task again is no longer stalled. */
function withSomeone({ nodes }: Case, id: NodeId): Case['nodes'] {
  const node = nodes[id];
  return node === undefined || node.stalled === null ? nodes : { ...nodes, [id]: { ...node, stalled: null } };
}
