import type { FlowDefinition, FlowNode, HumanNode } from '@domain/approval/flow';
import { lintFlow } from '@domain/approval/lint-flow';
import type { FlawCode } from '@domain/approval/lint/flaw';

type Change = (node: FlowNode) => FlowNode;

/** The draft with one node changed, or with another one added. */
export const changed = (flow: FlowDefinition, id: string, change: Change): FlowDefinition => ({
  ...flow,
  nodes: flow.nodes.map((node) => (node.id === id ? change(node) : node)),
});
export const added = (flow: FlowDefinition, node: FlowNode): FlowDefinition => ({
  ...flow,
  nodes: [...flow.nodes, node],
});
export const human =
  (change: Partial<HumanNode>): Change =>
  (node) => ({ ...(node as HumanNode), ...change });
export const node =
  (change: Partial<FlowNode>): Change =>
  (before) =>
    ({ ...before, ...change }) as FlowNode;

/** A draft with one thing wrong: what, the flaw, and the node and field that are blamed. */
export type Flawed = readonly [
  what: string,
  code: FlawCode,
  blamed: string | null,
  field: string,
  draft: FlowDefinition,
];

/** Flaws that come with another one and cannot be told apart from it. */
const FOLLOWS: { readonly [Code in FlawCode]?: readonly FlawCode[] } = {
  'flow.path-does-not-end': ['flow.unreachable-node'],
  'flow.unreachable-node': ['flow.return-not-before'],
  'flow.statutory-behind-handover': ['flow.notice-can-be-held'],
  'flow.no-start': ['flow.notice-can-be-rejected'],
  'flow.notice-can-be-returned': ['flow.return-not-before'],
};

/** One change, one kind of flaw, so that whoever drew the flow knows what to mend. */
export function isRefused([, code, blamed, field, draft]: Flawed): void {
  const flaws = lintFlow(draft);
  expect(flaws).toContainEqual({ code, node: blamed, field, reason: expect.stringMatching(/\S/) });
  const others = flaws.filter((flaw) => flaw.code !== code && !FOLLOWS[code]?.includes(flaw.code));
  expect(others).toEqual([]);
}
