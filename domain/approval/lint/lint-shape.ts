import { fieldsOf } from '../conditions';
import type { FlowDefinition, FlowNode } from '../flow';
import { isHuman, isNegative, nodeOf } from '../flow';
import { graphOf, reachable } from '../flow-graph';
import type { NodeId } from '../names';
import type { FlowFlaw } from './flaw';
import { flaw } from './flaw';
import { outcomesOf } from './outcomes';

/** The graph: every node can be reached, every outcome leads on, every path ends, every cycle has a human. */
export function lintShape(flow: FlowDefinition): readonly FlowFlaw[] {
  const names = lintNames(flow);
  if (names.length > 0) return names;
  return [lintNumbers, lintPaths, lintCycles, lintReturns, lintFields].flatMap((lint) => lint(flow));
}

function lintNames(flow: FlowDefinition): readonly FlowFlaw[] {
  const flaws: FlowFlaw[] = [];
  const ids = flow.nodes.map((node) => node.id);
  const start = nodeOf(flow, flow.start);
  if (start === undefined) flaws.push(flaw('flow.no-start', null, 'start', `no node ${flow.start}`));
  else if (start.kind !== 'notice' && start.kind !== 'form')
    flaws.push(
      flaw('flow.no-start', start.id, 'start', `a case starts with a notice or a form, not ${start.kind}`),
    );
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
    flaws.push(flaw('flow.duplicate-node', id, 'id', `several nodes are called ${id}`));
  for (const node of flow.nodes) {
    const named = [
      ...node.next.map(({ to }) => ['next', to] as const),
      ...(isHuman(node) ? (node.returns?.to ?? []).map((to) => ['returns', to] as const) : []),
    ];
    for (const [field, to] of named)
      if (!ids.includes(to)) flaws.push(flaw('flow.unknown-node', node.id, field, `no node ${to}`));
  }
  return flaws;
}

const targetsOf = (flow: FlowDefinition) => (id: NodeId) =>
  nodeOf(flow, id)?.next.map((edge) => edge.to) ?? [];

function lintPaths(flow: FlowDefinition): readonly FlowFlaw[] {
  const flaws: FlowFlaw[] = [];
  const next = targetsOf(flow);
  const reached = reachable(flow.start, next);
  for (const node of flow.nodes) {
    if (!reached.has(node.id)) {
      flaws.push(flaw('flow.unreachable-node', node.id, 'next', 'no way leads here'));
      continue;
    }
    const ends = [...reachable(node.id, next)].some((id) => nodeOf(flow, id)?.kind === 'end');
    if (!ends) flaws.push(flaw('flow.path-does-not-end', node.id, 'next', 'no end can be reached from here'));
    if (node.kind !== 'end') flaws.push(...lintOutcomes(node));
  }
  return flaws;
}

/** Whatever its conditions say, an outcome must have an edge that is taken. */
function lintOutcomes(node: FlowNode): readonly FlowFlaw[] {
  return outcomesOf(node)
    .filter(
      (outcome) =>
        !node.next.some(
          (edge) =>
            (edge.on === undefined ? !isNegative(outcome) : edge.on.includes(outcome)) &&
            (edge.when === undefined || edge.otherwise === true),
        ),
    )
    .map((outcome) =>
      flaw('flow.outcome-leads-nowhere', node.id, 'next', `nothing is sure to follow ${outcome}`),
    );
}

function lintCycles(flow: FlowDefinition): readonly FlowFlaw[] {
  const next = targetsOf(flow);
  const graph = graphOf(flow);
  const flaws: FlowFlaw[] = [];
  // A cycle in which nobody is asked would turn for ever: look for one among the other nodes only.
  const unattended = (id: NodeId) => {
    const node = nodeOf(flow, id);
    return node !== undefined && !isHuman(node);
  };
  const alone = (id: NodeId) => next(id).filter(unattended);
  for (const { id } of flow.nodes) {
    if (unattended(id) && alone(id).some((to) => reachable(to, alone).has(id)))
      flaws.push(flaw('flow.cycle-without-human', id, 'next', 'nobody is asked on the way round'));
    if (graph.followersOf(id).size > 0 && loopsForward(flow, id))
      flaws.push(
        flaw('flow.cycle-with-two-entries', id, 'next', 'the cycle can be entered at more than one node'),
      );
  }
  return flaws;
}

/** Ways back were taken out of the graph; what still turns has no single node to begin again at. */
function loopsForward(flow: FlowDefinition, id: NodeId): boolean {
  const { after } = graphOf(flow);
  const forward = (at: NodeId) => after.get(at) ?? [];
  return forward(id).some((to) => reachable(to, forward).has(id));
}

/** Returning goes back to people whom the case has passed on every way here, or may have passed. */
function lintReturns(flow: FlowDefinition): readonly FlowFlaw[] {
  const graph = graphOf(flow);
  return flow.nodes.flatMap((node) =>
    (isHuman(node) ? (node.returns?.to ?? []) : [])
      .filter((to) => {
        const target = nodeOf(flow, to);
        return target === undefined || !graph.followersOf(to).has(node.id) || !isHuman(target);
      })
      .map((to) =>
        flaw('flow.return-not-before', node.id, 'returns', `${to} is nobody's node before this one`),
      ),
  );
}

/** A field that no form asks for never has a value: a misspelt one would silently decide everything. */
function lintFields(flow: FlowDefinition): readonly FlowFlaw[] {
  const knows = (path: string): boolean => {
    const [owner = '', name = ''] = path.split('.');
    const node = nodeOf(flow, owner);
    const rules = node !== undefined && 'requires' in node ? (node.requires?.fields ?? []) : [];
    return owner === 'post' ? name !== '' : rules.some((rule) => rule.name === name);
  };
  return flow.nodes.flatMap((node) => {
    const conditions = [node.when, ...node.next.map((edge) => edge.when)].flatMap((one) => one ?? []);
    const asked = conditions.flatMap(fieldsOf).map((path) => ['when', path] as const);
    const rule =
      isHuman(node) && node.assignee.by === 'field' ? [['assignee', node.assignee.field] as const] : [];
    return [...asked, ...rule]
      .filter(([, path]) => !knows(path))
      .map(([field, path]) => flaw('flow.unknown-field', node.id, field, `no form asks for ${path}`));
  });
}

/** Amounts, levels and limits are whole: a fraction has no canonical text and no meaning here. */
function lintNumbers(flow: FlowDefinition): readonly FlowFlaw[] {
  const fractions = (value: unknown, path: string): readonly string[] => {
    if (typeof value === 'number') return Number.isSafeInteger(value) ? [] : [path];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, part]) =>
      fractions(part, path === '' ? key : `${path}.${key}`),
    );
  };
  return flow.nodes.flatMap((node) =>
    fractions(node, '').map((path) => flaw('flow.amount-not-whole', node.id, path, 'not a whole number')),
  );
}
