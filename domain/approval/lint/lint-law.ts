import { fieldsOf } from '../conditions';
import type { FlowDefinition, FlowNode, Subject } from '../flow';
import { isHuman, nodeOf } from '../flow';
import { reachable } from '../flow-graph';
import type { NodeId } from '../names';
import type { FlowFlaw } from './flaw';
import { flaw } from './flaw';

/** What the employer owes and may never tie to the handover (the leaving rules §1). */
const OWED: readonly Subject[] = ['certificate', 'wageSettlement', 'insuranceTransfer', 'archiveTransfer'];

/** What the law refuses, whatever a company would like. */
export const lintLaw = (flow: FlowDefinition): readonly FlowFlaw[] =>
  [lintHandover, lintOwed, lintNonCompete, lintFreeze].flatMap((lint) => lint(flow));

/** Behind means over any way, a return or a way back included: redoing it would hold it as well. */
function lintHandover(flow: FlowDefinition): readonly FlowFlaw[] {
  const next = (id: NodeId): readonly NodeId[] => {
    const node = nodeOf(flow, id);
    if (node === undefined) return [];
    const returns = isHuman(node) ? (node.returns?.to ?? []) : [];
    return [...node.next.map((edge) => edge.to), ...returns];
  };
  return flow.nodes
    .filter((node) => node.subject === 'handover')
    .flatMap((handover) =>
      [...reachable(handover.id, next)]
        .map((id) => nodeOf(flow, id))
        .filter((node): node is FlowNode => node?.subject !== undefined && OWED.includes(node.subject))
        .map((node) =>
          flaw(
            'flow.statutory-behind-handover',
            node.id,
            'next',
            `${node.subject} would wait for ${handover.id}`,
          ),
        ),
    )
    .filter((one, index, all) => all.findIndex((other) => other.node === one.node) === index);
}

/** What is owed is done: it has no condition, cannot be waived or passed over, and does not lapse when someone is late. */
function lintOwed(flow: FlowDefinition): readonly FlowFlaw[] {
  return flow.nodes.flatMap((node) => {
    const { id, subject } = node;
    if (subject === undefined || !OWED.includes(subject)) return [];
    const leftOutBy = isHuman(node)
      ? [
          node.actions.includes('waive') ? 'actions' : null,
          Object.values(node.fallback ?? {}).some((fallback) => fallback.to === 'skip') ? 'fallback' : null,
          (node.escalation ?? []).some((step) => step.do === 'continue') ? 'escalation' : null,
        ]
      : [];
    return [node.when === undefined ? null : 'when', ...leftOutBy]
      .filter((field) => field !== null)
      .map((field) => flaw('flow.statutory-can-be-left-out', id, field, `${subject} is owed`));
  });
}

function lintNonCompete(flow: FlowDefinition): readonly FlowFlaw[] {
  return flow.nodes
    .filter((node) => node.subject === 'nonCompete')
    .filter(
      (node) => node.when === undefined || !fieldsOf(node.when).some((path) => path.startsWith('post.')),
    )
    .map((node) =>
      flaw(
        'flow.non-compete-without-post-condition',
        node.id,
        'when',
        'only posts with secrets can be bound',
      ),
    );
}

/** Accounts are frozen when the access ends: every way to a freeze passes the wait for it. */
function lintFreeze(flow: FlowDefinition): readonly FlowFlaw[] {
  const waits = flow.nodes
    .filter((node) => node.kind === 'waitUntil' && node.until.base === 'accessEnd')
    .map((node) => node.id);
  const early = reachable(flow.start, (id) =>
    waits.includes(id) ? [] : (nodeOf(flow, id)?.next.map((edge) => edge.to) ?? []),
  );
  const freezes = (rules: FlowNode['onOpen']) => (rules ?? []).some((rule) => rule.do === 'freezeAccess');
  return flow.nodes.flatMap((node) => {
    if (!early.has(node.id)) return [];
    const onClose = freezes(node.onClose) && !waits.includes(node.id);
    const field = freezes(node.onOpen) ? 'onOpen' : onClose ? 'onClose' : null;
    return field === null
      ? []
      : [flaw('flow.freeze-hangs-on-notice', node.id, field, 'access is frozen when it ends, not before')];
  });
}
