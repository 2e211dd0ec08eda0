import { findAssignees } from '../approval/assignees';
import type { Case } from '../approval/case';
import { tasksOf } from '../approval/case';
import type { Context } from '../approval/context';
import type { FlowDefinition } from '../approval/flow';
import { isHuman, nodeOf } from '../approval/flow';
import { HANDOVER_REVIEW, RECIPIENT_SIGNS } from './flows/handover-nodes';
import type { PersonId } from './handover';
import type { CaseRole } from './permissions';

/** Whose turn it is to take over: whoever signs, reviews, or would be asked to review now; null while nobody is found. */
export function recipientOf(flow: FlowDefinition, state: Case, context: Context): PersonId | null {
  for (const id of [RECIPIENT_SIGNS, HANDOVER_REVIEW]) {
    const node = state.nodes[id];
    if (node === undefined || node.status === 'void') continue;
    const [task] = tasksOf(state, id, node.round).filter(({ status }) => status !== 'void');
    if (task !== undefined) return task.decision?.by ?? task.assignee;
  }
  const review = nodeOf(flow, HANDOVER_REVIEW);
  if (review === undefined || !isHuman(review)) return null;
  const found = findAssignees({ flow, node: review, state, context });
  return (found.ok && found.value.people[0]) || null;
}

/** The list has customers' numbers in it: of the many who have a part in a leaving these read it, and nobody else. */
const READERS: readonly CaseRole[] = [
  'applicant',
  'former',
  'recipient',
  'directLeader',
  'branchHr',
  'groupHr',
];

export const mayReadHandover = (roles: ReadonlySet<CaseRole>): boolean =>
  READERS.some((role) => roles.has(role));
