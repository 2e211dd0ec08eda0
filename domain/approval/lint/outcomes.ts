import { finishedOutcome } from '../close-node';
import type { FlowNode, Outcome } from '../flow';
import { isHuman } from '../flow';

/** Every way in which a node can end, by its kind, actions, escalations, condition and fallbacks. */
export function outcomesOf(node: FlowNode): readonly Outcome[] {
  const outcomes = new Set<Outcome>();
  if (node.when !== undefined) outcomes.add('skipped');
  if (isHuman(node)) {
    const finished = finishedOutcome(node.kind);
    if (finished !== null) outcomes.add(finished);
    if (node.actions.includes('reject')) outcomes.add('rejected');
    if (node.actions.includes('object')) outcomes.add('objected');
    if (node.actions.includes('waive')) outcomes.add('waived');
    for (const step of node.escalation ?? []) if (step.do === 'continue') outcomes.add(step.outcome);
    for (const fallback of Object.values(node.fallback ?? {}))
      if (fallback.to === 'skip') outcomes.add('skipped');
    return [...outcomes];
  }
  const own = {
    notice: 'given',
    generate: 'generated',
    cc: 'copied',
    waitUntil: 'reached',
    end: 'ended',
  } as const;
  return [...outcomes, own[node.kind]];
}
