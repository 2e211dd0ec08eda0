import type { FlowDefinition, HumanNode } from '../flow';
import { isHuman } from '../flow';
import type { FlowFlaw } from './flaw';
import { flaw } from './flaw';

/** Every node that waits for people has an owner whatever happens, and a time limit. */
export function lintPeople(flow: FlowDefinition): readonly FlowFlaw[] {
  return flow.nodes.filter(isHuman).flatMap((node) => {
    const flaws: FlowFlaw[] = [];
    // The applicant is never vacant, and finishes their own part after leaving too.
    if (node.fallback === undefined && node.assignee.by !== 'applicant')
      flaws.push(flaw('flow.no-fallback', node.id, 'fallback', `${node.assignee.by} may find nobody`));
    if (node.due === undefined)
      flaws.push(flaw('flow.no-due', node.id, 'due', 'people without a date forget'));
    if (node.skipIfAgreed === true && (node.kind !== 'decide' || node.requires !== undefined))
      flaws.push(
        flaw(
          'flow.skip-with-requirements',
          node.id,
          'skipIfAgreed',
          'only a bare decision can have been made before',
        ),
      );
    flaws.push(...lintLapse(node));
    if (node.assignee.by === 'applicant') flaws.push(...lintReplacing(node));
    return flaws;
  });
}

/** What the applicant must fill in or sign is nobody else's: it is not handed on and not taken over. */
function lintReplacing(node: HumanNode): readonly FlowFlaw[] {
  const fields = [
    node.actions.includes('transfer') ? 'actions' : null,
    (node.escalation ?? []).some((step) => step.do === 'takeOver') ? 'escalation' : null,
  ];
  return fields
    .filter((field) => field !== null)
    .map((field) => flaw('flow.applicant-replaced', node.id, field, 'nobody else speaks for the applicant'));
}

/** Going on by itself says so: only a bare decision may be taken as a yes or a no, never a signature or an answer. */
function lintLapse(node: HumanNode): readonly FlowFlaw[] {
  const mayDecide = node.kind === 'decide' && node.requires === undefined;
  return (node.escalation ?? [])
    .filter((step) => step.do === 'continue')
    .filter(
      ({ outcome }) =>
        outcome !== 'lapsed' && !(mayDecide && (outcome === 'agreed' || outcome === 'rejected')),
    )
    .map(({ outcome }) => flaw('flow.lapse-pretends', node.id, 'escalation', `nobody has ${outcome}`));
}
