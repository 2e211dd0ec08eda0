import { openNodes } from './case';
import { closeNode } from './close-node';
import type { EndNode, FlowNode } from './flow';
import { isNegative } from './flow';
import { reachable } from './flow-graph';
import type { NodeId } from './names';
import { openNode } from './open-node';
import type { Recorder } from './recorder';
import { isReady } from './route';
import { voidNode } from './void-node';

/** Opens whatever may open now, until nothing more moves; closes the case when nothing is open any more. */
export function advance(recorder: Recorder): void {
  const { flow, graph } = recorder;
  const ready = () =>
    recorder.state.status === 'closed'
      ? undefined
      : flow.nodes.find((node) => isReady(graph, recorder.state, flow.start, node));
  for (let node = ready(); node !== undefined; node = ready()) {
    openNode(recorder, node);
    if (node.join === 'any') overtake(recorder, node);
    if (node.kind === 'end' && node.closes === 'case') endCase(recorder, node);
  }
  if (recorder.state.status === 'closed' || openNodes(recorder.state).length > 0) return;
  const ended = flow.nodes
    .filter(
      (node): node is EndNode => node.kind === 'end' && recorder.state.nodes[node.id]?.status === 'done',
    )
    .sort(
      (a, b) => (recorder.state.nodes[a.id]?.closedAt ?? 0) - (recorder.state.nodes[b.id]?.closedAt ?? 0),
    );
  const last = ended[ended.length - 1];
  if (last !== undefined) endCase(recorder, last);
}

/** Ends everything that is open, then the case. */
function endCase(recorder: Recorder, end: EndNode): void {
  for (const node of openNodes(recorder.state)) voidNode(recorder, node.id, 'caseClosed');
  recorder.record({ type: 'caseClosed', result: end.result });
}

/**
 * Where one of several ways was enough, nobody waits for what leads only here: it is not asked any more. A way out
 * by a no does not count; there is nothing left to say no to.
 */
function overtake(recorder: Recorder, joined: FlowNode): void {
  const { flow, graph } = recorder;
  const ends = flow.nodes.filter((node) => node.kind === 'end').map((node) => node.id);
  const next = (at: NodeId) => {
    const yes = recorder.node(at).next.filter((edge) => edge.on === undefined || !edge.on.every(isNegative));
    return yes.map((edge) => edge.to).filter((to) => !graph.isBack(at, to));
  };
  for (const { id, round } of openNodes(recorder.state)) {
    if (!graph.followersOf(id).has(joined.id)) continue;
    const elsewhere = reachable(id, next, joined.id);
    if (!ends.some((end) => elsewhere.has(end)))
      closeNode(recorder, id, round, 'skipped', 'overtaken', 'overtaken');
  }
}
