import type { FlowDefinition } from './flow';
import type { NodeId } from './names';

/** The shape of a flow: which ways lead forward and which lead back to be passed again. */
export interface FlowGraph {
  /** Forward edges into a node, by the node they come from. */
  readonly before: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** Forward edges out of a node. */
  readonly after: ReadonlyMap<NodeId, readonly NodeId[]>;
  isBack(from: NodeId, to: NodeId): boolean;
  /** Everything that can be reached over forward edges, the node itself left out. */
  followersOf(id: NodeId): ReadonlySet<NodeId>;
}

const graphs = new WeakMap<FlowDefinition, FlowGraph>();

/** The graph of a definition; kept, because definitions never change. */
export function graphOf(flow: FlowDefinition): FlowGraph {
  const known = graphs.get(flow);
  if (known !== undefined) return known;
  const graph = build(flow);
  graphs.set(flow, graph);
  return graph;
}

/** What can be reached from `from`, itself included, without entering `without`. */
export function reachable(
  from: NodeId,
  next: (id: NodeId) => readonly NodeId[],
  without?: NodeId,
): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  const waiting = from === without ? [] : [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...next(id).filter((to) => to !== without && !found.has(to)));
  }
  return found;
}

function build(flow: FlowDefinition): FlowGraph {
  const targets = new Map(
    flow.nodes.map((node) => [node.id, [...new Set(node.next.map((edge) => edge.to))]]),
  );
  const next = (id: NodeId) => targets.get(id) ?? [];
  const back = new Set<string>();
  // An edge leads back when its target lies on every way to its source: then going there repeats a whole part.
  for (const [from, tos] of targets)
    for (const to of tos)
      if (reachable(to, next).has(from) && !reachable(flow.start, next, to).has(from))
        back.add(`${from}>${to}`);

  const isBack = (from: NodeId, to: NodeId) => back.has(`${from}>${to}`);
  const after = new Map([...targets].map(([from, tos]) => [from, tos.filter((to) => !isBack(from, to))]));
  const before = new Map<NodeId, NodeId[]>(flow.nodes.map((node) => [node.id, []]));
  for (const [from, tos] of after) for (const to of tos) before.get(to)?.push(from);

  const followers = new Map<NodeId, ReadonlySet<NodeId>>();
  return {
    before,
    after,
    isBack,
    followersOf(id) {
      const known = followers.get(id);
      if (known !== undefined) return known;
      const found = new Set(
        [...(after.get(id) ?? [])].flatMap((to) => [...reachable(to, (at) => after.get(at) ?? [])]),
      );
      found.delete(id);
      followers.set(id, found);
      return found;
    },
  };
}
