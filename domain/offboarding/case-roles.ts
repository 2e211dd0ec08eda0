import type { AssigneeRule } from '../approval/assignee-rule';
import type { Case, Task } from '../approval/case';
import type { CommandKind } from '../approval/commands';
import { type Delegation, standInFor } from '../approval/delegation';
import type { Directory } from '../approval/directory';
import type { FlowDefinition, FlowNode, HumanNode } from '../approval/flow';
import { isHuman, nodeOf } from '../approval/flow';
import type { NodeId, PersonId, RoleName } from '../approval/names';
import { readField } from '../approval/route';
import type { Instant } from '../time/instant';
import { permits, READING_ALONG } from './permissions';
import type { CaseAction, CaseRole } from './permissions';

/** Who is who, as far as the parts in a case need it. */
export interface Onlookers {
  readonly directory: Directory;
  readonly now: Instant;
  readonly delegations?: readonly Delegation[];
}

/**
 * The parts that a person plays in a case; none for a stranger. The applicant is nothing else in the own case, whatever
 * roles he holds. HR has its part from the beginning, and HR of a branch only in cases of that branch; the recipient
 * once named; everybody else once a step of theirs has asked them.
 */
export function rolesIn(
  flow: FlowDefinition,
  state: Case,
  person: PersonId,
  onlookers: Onlookers,
): ReadonlySet<CaseRole> {
  const { directory, now } = onlookers;
  const endsAt = directory.person(person)?.accessEndsAt ?? null;
  const isGone = endsAt !== null && endsAt <= now;
  if (person === state.applicant) return new Set([isGone ? 'former' : 'applicant']);
  if (isGone) return new Set();
  const roles = new Set<CaseRole>(standingRoles(directory, person, branchOf(state, directory)));
  for (const task of Object.values(state.tasks)) {
    const node = nodeOf(flow, task.nodeId);
    if (node === undefined || !isHuman(node)) continue;
    const held = task.assignee === person || task.onBehalfOf === person || task.formerly.includes(person);
    if (held || standsIn(flow, state, task, person, onlookers)) roles.add(dutyOf(node.assignee));
  }
  if (isNamed(flow, state, person)) roles.add('recipient');
  return roles;
}

/**
 * The one question that stands before everything a person does with a case: whether the table allows it to one of the
 * parts that the person plays there.
 */
export function mayInCase(
  flow: FlowDefinition,
  state: Case,
  person: PersonId,
  onlookers: Onlookers,
  action: CaseAction,
): boolean {
  if (permits(rolesIn(flow, state, person, onlookers), action)) return true;
  const endsAt = onlookers.directory.person(person)?.accessEndsAt ?? null;
  const isHere = endsAt === null || endsAt > onlookers.now;
  return isHere && state.cc.includes(person) && READING_ALONG.includes(action);
}

/** What HR is everywhere in its branch, without a case; a company's HR in every branch. */
export function standingRoles(
  directory: Pick<Directory, 'holders'>,
  person: PersonId,
  branch: string | null,
): readonly CaseRole[] {
  // Without a branch nobody is "HR of the branch".
  const holds = (role: RoleName) => directory.holders(role, branch ?? 'no branch').includes(person);
  return [
    ...(holds('branch-hr') ? (['branchHr'] as const) : []),
    ...(holds('hr') ? (['groupHr'] as const) : []),
  ];
}

const branchOf = (state: Case, directory: Directory): string | null =>
  directory.person(state.applicant)?.branchId ?? null;

/** Whoever is away has a stand-in from the moment of the delegation, before the next tick moves the task. */
function standsIn(
  { id: flowId }: FlowDefinition,
  { applicant }: Case,
  { status, assignee }: Task,
  person: PersonId,
  { directory, now, delegations = [] }: Onlookers,
): boolean {
  if (status !== 'open' || assignee === applicant || delegations.length === 0) return false;
  return (
    standInFor({ person: assignee, flowId, now, delegations, directory, except: [applicant] })?.person ===
    person
  );
}

/** Named in a form as the one whom a later step will ask. */
const isNamed = (flow: FlowDefinition, state: Case, person: PersonId): boolean =>
  flow.nodes.some((node) => {
    if (!isHuman(node) || node.assignee.by !== 'field') return false;
    const named = readField(state, node.assignee.field);
    return named === person || (Array.isArray(named) && (named as readonly string[]).includes(person));
  });

/** Whoever does a step in somebody's place plays that part while doing it. */
export function dutyOf(rule: AssigneeRule): CaseRole {
  switch (rule.by) {
    case 'applicant':
      return 'applicant';
    case 'field':
      return 'recipient';
    case 'role':
    case 'branchRole':
      return dutyOfRole(rule.role);
    default:
      return 'directLeader';
  }
}

function dutyOfRole(role: RoleName): CaseRole {
  if (role === 'hr') return 'groupHr';
  if (role === 'branch-hr') return 'branchHr';
  return role === 'finance' ? 'finance' : 'keeper';
}

const BY_KIND: Partial<Record<CommandKind, CaseAction>> = {
  transfer: 'involveOthers',
  addSigner: 'involveOthers',
  cc: 'involveOthers',
  proposeDate: 'proposeDate',
  askForTalk: 'askForTalk',
  answerDate: 'answerDate',
  urge: 'urge',
  comment: 'comment',
  withdraw: 'withdraw',
  answerWithdrawal: 'answerWithdrawal',
  waive: 'waive',
  assign: 'assignHandler',
  reassign: 'assignHandler',
  changeDates: 'changeDates',
  freezeAccess: 'freezeAccess',
};

/** What a person's command asks permission for. `nodeId` is the node whose task it finishes or sends back. */
export function actionOf(flow: FlowDefinition, kind: CommandKind, nodeId: NodeId | null): CaseAction {
  const byKind = BY_KIND[kind];
  if (byKind !== undefined) return byKind;
  const node = nodeId === null ? undefined : nodeOf(flow, nodeId);
  return node !== undefined && isHuman(node) ? stepAction(node) : startAction(flow);
}

const startAction = (flow: FlowDefinition): CaseAction =>
  flow.startBy === 'applicant' ? 'giveNotice' : 'startEmployersPath';

function stepAction(node: HumanNode): CaseAction {
  if (node.requires?.signature !== undefined) return 'sign';
  switch (dutyOf(node.assignee)) {
    case 'applicant':
      return ownAction(node);
    case 'directLeader':
      return 'answerAsLeader';
    case 'recipient':
      return 'reviewHandover';
    case 'keeper':
      return 'clearAccountsAndAssets';
    case 'finance':
      return 'settle';
    default:
      return 'checkAsHr';
  }
}

function ownAction({ kind, subject }: FlowNode): CaseAction {
  if (subject === 'handover') return 'fillHandover';
  if (kind === 'interview') return 'giveInterview';
  return kind === 'acknowledge' ? 'answerSettlement' : 'giveNotice';
}
