import type { Case } from './case';
import { holds } from './conditions';
import type { FlowNode, Outcome } from './flow';
import { isNegative } from './flow';
import type { FlowGraph } from './flow-graph';
import type { FieldPath, FieldValue, NodeId } from './names';

/** 'post.secrecy' asks the applicant's post, 'leader.recipient' the form of the node 'leader'. */
export function readField(state: Case, path: FieldPath): FieldValue | undefined {
  const dot = path.indexOf('.');
  const owner = path.slice(0, dot);
  const name = path.slice(dot + 1);
  return owner === 'post' ? state.post[name] : state.forms[owner]?.[name];
}

/** Where a node leads after an outcome: every edge that matches is taken, so a fork needs no node of its own. */
export function takenFrom(state: Case, node: FlowNode, outcome: Outcome): readonly NodeId[] {
  const edges = node.next.filter((edge) =>
    edge.on === undefined ? !isNegative(outcome) : edge.on.includes(outcome),
  );
  const chosen = edges.filter(
    (edge) => edge.when !== undefined && holds(edge.when, (path) => readField(state, path)),
  );
  const otherwise = edges.filter((edge) => edge.otherwise === true && chosen.length === 0);
  const always = edges.filter((edge) => edge.when === undefined && edge.otherwise !== true);
  return [...new Set([...always, ...chosen, ...otherwise].map((edge) => edge.to))];
}

/** A node to which no way leads any more in this run of the case. */
export function isDead(graph: FlowGraph, state: Case, start: NodeId, id: NodeId): boolean {
  const status = state.nodes[id]?.status;
  if (id === start || status === 'open' || status === 'done') return false;
  const ways = graph.before.get(id) ?? [];
  return ways.every((from) => wayIs(graph, state, start, from, id) === 'closed');
}

function wayIs(
  graph: FlowGraph,
  state: Case,
  start: NodeId,
  from: NodeId,
  to: NodeId,
): 'taken' | 'closed' | 'unknown' {
  const node = state.nodes[from];
  if (node?.status === 'done') return node.taken.includes(to) ? 'taken' : 'closed';
  return isDead(graph, state, start, from) ? 'closed' : 'unknown';
}

/**
 * Whether a node that is not open may open now: its join is satisfied, and no resumed return that leads straight
 * to it is still on its way.
 */
export function isReady(graph: FlowGraph, state: Case, start: NodeId, node: FlowNode): boolean {
  const status = state.nodes[node.id]?.status;
  if (status === 'open' || status === 'done') return false;
  const awaited = Object.values(state.nodes).some(
    (other) =>
      other.resumeAt === node.id &&
      (other.status === 'open' || (other.status === 'void' && !isDead(graph, state, start, other.id))),
  );
  if (awaited) return false;
  if (node.id === start) return true;
  const ways = (graph.before.get(node.id) ?? []).map((from) => wayIs(graph, state, start, from, node.id));
  const enough = node.join === 'any' || !ways.includes('unknown');
  return enough && ways.includes('taken');
}
