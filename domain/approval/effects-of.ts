import { recipientsOf } from './assignees';
import type { Case } from './case';
import type { Context } from './context';
import type { EffectBody } from './effects';
import type { BodyOf, CaseEvent } from './events';
import type { EffectRule, FlowDefinition, FlowNode } from './flow';
import { nodeOf } from './flow';
import { notify, tellAbout } from './tell';

/** What the world must do because of an event. `state` is the case with the event folded in. */
export function effectsOf(
  flow: FlowDefinition,
  state: Case,
  event: CaseEvent,
  context: Context,
): readonly EffectBody[] {
  return [...tellAbout(flow, state, event, context), ...doFor(flow, state, event, context)];
}

function doFor(flow: FlowDefinition, state: Case, event: CaseEvent, context: Context): readonly EffectBody[] {
  const { body } = event;
  switch (body.type) {
    case 'nodeOpened': {
      const node = nodeOf(flow, body.nodeId);
      if (node === undefined) return [];
      const ordered = (node.onOpen ?? []).flatMap((rule) => byRule(rule, node, body, flow, state, context));
      if (node.kind !== 'generate') return ordered;
      const { document, template } = node;
      return [...ordered, { do: 'generateDocument', nodeId: node.id, round: body.round, document, template }];
    }
    case 'nodeClosed': {
      const node = nodeOf(flow, body.nodeId);
      if (node === undefined || body.outcome === 'skipped') return [];
      return (node.onClose ?? []).flatMap((rule) => byRule(rule, node, body, flow, state, context));
    }
    case 'accessFreezeOrdered':
      return [{ do: 'freezeAccess', person: state.applicant }];
    case 'caseClosed':
      return body.result === 'withdrawn' && accessWasFrozen(flow, state)
        ? [{ do: 'restoreAccess', person: state.applicant }]
        : [];
    default:
      return [];
  }
}

function byRule(
  rule: EffectRule,
  node: FlowNode,
  body: BodyOf<'nodeOpened' | 'nodeClosed'>,
  flow: FlowDefinition,
  state: Case,
  context: Context,
): readonly EffectBody[] {
  const at = { nodeId: node.id, round: body.round };
  switch (rule.do) {
    case 'notify':
      return notify(recipientsOf(rule.to, node.id, flow, state, context), rule.message, 'daytime', at);
    case 'generateDocument':
      return [{ do: 'generateDocument', ...at, document: rule.document, template: rule.template }];
    case 'callProvider':
      return [{ do: 'callProvider', ...at, provider: rule.provider, purpose: rule.purpose }];
    case 'freezeAccess':
      return [{ do: 'freezeAccess', person: state.applicant }];
    case 'applyOutcome':
      return [{ do: 'applyOutcome', result: node.kind === 'end' ? node.result : resultOf(body) }];
    case 'archive':
      return [{ do: 'archive' }];
  }
}

const resultOf = (body: BodyOf<'nodeOpened' | 'nodeClosed'>): string =>
  body.type === 'nodeClosed' ? body.outcome : 'opened';

const accessWasFrozen = (flow: FlowDefinition, state: Case): boolean =>
  state.accessFrozen ||
  flow.nodes.some(({ id, onClose }) => {
    const outcome = state.nodes[id]?.outcome ?? null;
    const freezes = (onClose ?? []).some((rule) => rule.do === 'freezeAccess');
    return freezes && outcome !== null && outcome !== 'skipped';
  });
