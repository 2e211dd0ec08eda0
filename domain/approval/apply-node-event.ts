import type { Instant } from '../time/instant';
import type { Case, NodeState } from './case';
import type { BodyOf } from './events';
import type { NodeId } from './names';

type NodeEvent = BodyOf<
  | 'nodeOpened'
  | 'nodeStalled'
  | 'dueChanged'
  | 'nodeClosed'
  | 'nodeVoided'
  | 'returned'
  | 'reminded'
  | 'escalated'
  | 'urged'
>;

/** What an event does to a node. */
export function applyNodeEvent(state: Case, body: NodeEvent, at: Instant, seq: number): Case {
  switch (body.type) {
    case 'nodeOpened': {
      const { nodeId, round, dueAt, dueProblem, alarms, carried } = body;
      const opened = freshNode(nodeId, round, at, state.nodes[nodeId]);
      return setNode(state, { ...opened, dueAt, dueProblem, alarms, carried });
    }
    case 'nodeStalled':
      return changeNode(state, body.nodeId, { stalled: body.problem });
    case 'dueChanged': {
      const { dueAt, dueProblem, alarms } = body;
      return changeNode(state, body.nodeId, { dueAt, dueProblem, alarms });
    }
    case 'nodeClosed': {
      const { nodeId, round, outcome, taken } = body;
      const before = state.nodes[nodeId];
      // A node that is passed over was never opened.
      const node = before?.round === round ? before : freshNode(nodeId, round, at, before);
      const closed = { outcome, taken, closedAt: at, resumeAt: null, stalled: null, alarms: [] };
      return setNode(state, { ...node, ...closed, status: 'done' });
    }
    case 'nodeVoided': {
      const signatures = state.signatures.map((one) =>
        one.nodeId === body.nodeId && one.round === body.round && one.voidedBySeq === null && !body.resumes
          ? { ...one, voidedBySeq: seq }
          : one,
      );
      const change = { status: 'void', alarms: [], stalled: null, carryNext: body.resumes } as const;
      return { ...changeNode(state, body.nodeId, change), signatures, lastReturnSeq: seq };
    }
    case 'returned':
      return body.policy === 'resume' ? changeNode(state, body.to, { resumeAt: body.from }) : state;
    case 'reminded':
    case 'escalated': {
      const node = state.nodes[body.nodeId];
      if (node === undefined) return state;
      const alarms = node.alarms.filter((alarm) => alarm.id !== body.alarm);
      return setNode(state, { ...node, alarms, fired: [...node.fired, body.alarm] });
    }
    case 'urged':
      return changeNode(state, body.nodeId, { urgedAt: at });
  }
}

const setNode = (state: Case, node: NodeState): Case => ({
  ...state,
  nodes: { ...state.nodes, [node.id]: node },
});

function changeNode(state: Case, id: NodeId, change: Partial<NodeState>): Case {
  const node = state.nodes[id];
  return node === undefined ? state : setNode(state, { ...node, ...change });
}

/** A new round remembers of the one before only where it led and where a return resumes. */
function freshNode(id: NodeId, round: number, at: Instant, before: NodeState | undefined): NodeState {
  return {
    id,
    status: 'open',
    round,
    openedAt: at,
    closedAt: null,
    outcome: null,
    taken: before?.taken ?? [],
    dueAt: null,
    dueProblem: null,
    stalled: null,
    alarms: [],
    fired: [],
    resumeAt: before?.resumeAt ?? null,
    carryNext: false,
    carried: [],
    urgedAt: null,
  };
}
