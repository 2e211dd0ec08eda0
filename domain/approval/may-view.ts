import type { Case } from './case';
import { participantsOf } from './case';
import type { Directory } from './directory';
import type { FlowNode } from './flow';
import type { PersonId } from './names';

/**
 * Whether a person may see a node's content. The server leaves out what they may not: an exit interview is for HR
 * only, though everyone sees that the step exists. A role counts in the applicant's branch and for the company.
 */
export function mayView(state: Case, node: FlowNode, person: PersonId, directory: Directory): boolean {
  const branch = directory.person(state.applicant)?.branchId ?? undefined;
  return node.visibleTo.some((viewer) => {
    if (viewer === 'applicant') return person === state.applicant;
    if (viewer === 'participants') return participantsOf(state).includes(person);
    if (viewer === 'handlers')
      return Object.values(state.tasks).some(
        (task) => task.nodeId === node.id && (task.assignee === person || task.onBehalfOf === person),
      );
    return directory.holders(viewer.role, branch).includes(person);
  });
}
