import type { FlowDefinition, FlowNode } from '../flow';
import { isHuman, nodeOf } from '../flow';
import { graphOf, reachable } from '../flow-graph';
import type { NodeId } from '../names';
import type { FlowFlaw } from './flaw';
import { flaw } from './flaw';

/** What holds for a notice: it arrives once, stands, takes effect, and waits for nobody (the leaving rules §1). */
export function lintNotice(flow: FlowDefinition): readonly FlowFlaw[] {
  const flaws: FlowFlaw[] = flow.nodes
    .filter((node) => node.kind === 'notice' && node.id !== flow.start)
    .map((node) =>
      flaw('flow.notice-only-at-start', node.id, 'kind', 'a notice arrives when the case starts'),
    );
  for (const node of flow.nodes.filter(isHuman)) {
    if (node.returns?.to.some((id) => nodeOf(flow, id)?.kind === 'notice'))
      flaws.push(flaw('flow.notice-can-be-returned', node.id, 'returns', 'a notice that has arrived stands'));
    for (const key of (node.writes ?? []).filter((one) => noticeDocuments(flow).includes(one)))
      flaws.push(
        flaw('flow.notice-document-writable', node.id, 'writes', `${key} was signed with the notice`),
      );
  }
  if (flow.path !== 'notice') return flaws;
  if (nodeOf(flow, flow.start)?.kind !== 'notice')
    flaws.push(flaw('flow.no-start', flow.start, 'start', 'the notice comes first'));
  return [...flaws, ...lintEnds(flow), ...lintHolding(flow)];
}

const noticeDocuments = (flow: FlowDefinition): readonly string[] =>
  flow.nodes.flatMap((node) => (node.kind === 'notice' ? (node.requires?.signature?.document ?? []) : []));

const isLastDay = (node: FlowNode | undefined): boolean =>
  node?.kind === 'waitUntil' && node.until.base === 'lastDay';

/** Nobody can refuse a notice: no end says so, and none can come before the last day. */
function lintEnds(flow: FlowDefinition): readonly FlowFlaw[] {
  return flow.nodes.flatMap((node) => {
    if (node.kind !== 'end') return [];
    if (node.result === 'rejected')
      return [
        flaw('flow.notice-can-be-rejected', node.id, 'result', 'a notice takes effect when it arrives'),
      ];
    return comesAfterLastDay(flow, node.id)
      ? []
      : [flaw('flow.notice-can-be-rejected', node.id, 'next', 'the flow could end before the last day')];
  });
}

/**
 * Whether a node surely waits for the last day: every way to it does, or it joins all ways and one that is always
 * taken does. A way with a condition may not be taken, so it proves nothing in a join.
 */
function comesAfterLastDay(flow: FlowDefinition, id: NodeId): boolean {
  const node = nodeOf(flow, id);
  if (isLastDay(node)) return true;
  const ways = graphOf(flow).before.get(id) ?? [];
  if (ways.length === 0) return false;
  if (ways.every((from) => comesAfterLastDay(flow, from))) return true;
  const surely = reachable(flow.start, (at) => surelyNext(flow, at));
  return (
    node?.join !== 'any' &&
    ways.some(
      (from) => surely.has(from) && surelyNext(flow, from).includes(id) && comesAfterLastDay(flow, from),
    )
  );
}

/** Where a node leads whatever anybody answers. */
function surelyNext(flow: FlowDefinition, id: NodeId): readonly NodeId[] {
  const node = nodeOf(flow, id);
  if (node === undefined) return [];
  if (isHuman(node) && (node.actions.includes('reject') || node.actions.includes('object'))) return [];
  return node.next
    .filter((edge) => edge.on === undefined && edge.when === undefined && edge.otherwise === undefined)
    .map((edge) => edge.to);
}

/** Nobody can hold a notice by doing nothing: before the last day the flow goes on by itself in time. */
function lintHolding(flow: FlowDefinition): readonly FlowFlaw[] {
  const targets = (id: NodeId) => nodeOf(flow, id)?.next.map((edge) => edge.to) ?? [];
  const lastDays = flow.nodes.filter(isLastDay).map((node) => node.id);
  const before = reachable(flow.start, (id) => targets(id).filter((to) => !lastDays.includes(to)));
  return flow.nodes
    .filter(isHuman)
    .filter(
      (node) => before.has(node.id) && [...reachable(node.id, targets)].some((id) => lastDays.includes(id)),
    )
    .filter((node) => !(node.escalation ?? []).some((step) => step.do === 'continue'))
    .map((node) =>
      flaw('flow.notice-can-be-held', node.id, 'escalation', 'doing nothing would hold the notice'),
    );
}
