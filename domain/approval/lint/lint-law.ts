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
  [lintHandover, lintOwed, lintNotice, lintNonCompete, lintFreeze].flatMap((lint) => lint(flow));

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

/** What is owed is done: it cannot be waived, passed over, or lapse because its handler was late. */
function lintOwed(flow: FlowDefinition): readonly FlowFlaw[] {
  return flow.nodes.filter(isHuman).flatMap((node) => {
    if (node.subject === undefined || !OWED.includes(node.subject)) return [];
    const fields = [
      node.actions.includes('waive') ? 'actions' : null,
      Object.values(node.fallback ?? {}).some((fallback) => fallback.to === 'skip') ? 'fallback' : null,
      (node.escalation ?? []).some((step) => step.do === 'continue') ? 'escalation' : null,
    ];
    return fields
      .filter((field) => field !== null)
      .map((field) => flaw('flow.statutory-can-be-left-out', node.id, field, `${node.subject} is owed`));
  });
}

function lintNotice(flow: FlowDefinition): readonly FlowFlaw[] {
  const flaws: FlowFlaw[] = flow.nodes
    .filter((node) => node.kind === 'notice' && node.id !== flow.start)
    .map((node) =>
      flaw('flow.notice-only-at-start', node.id, 'kind', 'a notice arrives when the case starts'),
    );
  for (const node of flow.nodes.filter(isHuman)) {
    if (node.returns?.to.some((id) => nodeOf(flow, id)?.kind === 'notice'))
      flaws.push(flaw('flow.notice-can-be-returned', node.id, 'returns', 'a notice that has arrived stands'));
    const written = (node.writes ?? []).filter((key) => noticeDocuments(flow).includes(key));
    for (const key of written)
      flaws.push(
        flaw('flow.notice-document-writable', node.id, 'writes', `${key} was signed with the notice`),
      );
  }
  return flow.path === 'notice' ? [...flaws, ...lintNoticePath(flow)] : flaws;
}

const noticeDocuments = (flow: FlowDefinition): readonly string[] =>
  flow.nodes.flatMap((node) => (node.kind === 'notice' ? (node.requires?.signature?.document ?? []) : []));

/**
 * Nobody can refuse a notice, and nobody can hold it by doing nothing: no way may end before the last day, and
 * every person between the notice and the last day has a time after which the flow goes on by itself.
 */
function lintNoticePath(flow: FlowDefinition): readonly FlowFlaw[] {
  const start = nodeOf(flow, flow.start);
  const flaws: FlowFlaw[] =
    start?.kind === 'notice' ? [] : [flaw('flow.no-start', flow.start, 'start', 'the notice comes first')];
  const targets = (id: NodeId) => nodeOf(flow, id)?.next.map((edge) => edge.to) ?? [];
  const isLastDay = (node: FlowNode | undefined) =>
    node?.kind === 'waitUntil' && node.until.base === 'lastDay';
  const lastDays = flow.nodes.filter(isLastDay).map((node) => node.id);
  const beforeLastDay = reachable(flow.start, (id) => targets(id).filter((to) => !lastDays.includes(to)));
  for (const node of flow.nodes) {
    if (node.kind === 'end' && node.result === 'rejected')
      flaws.push(
        flaw('flow.notice-can-be-rejected', node.id, 'result', 'a notice takes effect when it arrives'),
      );
    else if (node.kind === 'end' && beforeLastDay.has(node.id))
      flaws.push(
        flaw('flow.notice-can-be-rejected', node.id, 'next', 'the flow could end before the last day'),
      );
    if (!isHuman(node)) continue;
    const leadsToLastDay = [...reachable(node.id, targets)].some((id) => lastDays.includes(id));
    const goesOn = (node.escalation ?? []).some((step) => step.do === 'continue');
    if (beforeLastDay.has(node.id) && leadsToLastDay && !goesOn)
      flaws.push(
        flaw('flow.notice-can-be-held', node.id, 'escalation', 'doing nothing would hold the notice'),
      );
  }
  return flaws;
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
