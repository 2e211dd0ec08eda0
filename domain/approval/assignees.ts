import type { Result } from '../result';
import { ok } from '../result';
import type { AssigneeRule, Fallback, Fallbacks } from './assignee-rule';
import type { Case } from './case';
import type { Context } from './context';
import type { Directory } from './directory';
import { canBeAsked } from './directory';
import type { FlowDefinition, HumanNode, Recipient } from './flow';
import type { NodeId, PersonId, RoleName } from './names';
import type { ApprovalRefusal } from './refusals';
import { no } from './refusals';
import { readField } from './route';

export type Found =
  | { readonly people: readonly PersonId[]; readonly skip: false }
  /** A fallback says to pass the node over; `why` is which one. */
  | { readonly people: readonly []; readonly skip: true; readonly why: keyof Fallbacks };

/** Leaders from the direct one upwards; stops at a circle. */
function leadersAbove(directory: Directory, id: PersonId): readonly PersonId[] {
  const chain: PersonId[] = [];
  let at = directory.person(id)?.leaderId ?? null;
  while (at !== null && at !== id && !chain.includes(at)) {
    chain.push(at);
    at = directory.person(at)?.leaderId ?? null;
  }
  return chain;
}

/** Whom a rule names, gone or not. */
export function namedBy(
  rule: AssigneeRule,
  nodeId: NodeId,
  state: Case,
  directory: Directory,
): readonly PersonId[] {
  const applicant = directory.person(state.applicant);
  const one = (id: PersonId | null | undefined) => (id === null || id === undefined ? [] : [id]);
  switch (rule.by) {
    case 'applicant':
      return [state.applicant];
    case 'directLeader':
      return one(applicant?.leaderId);
    case 'leader':
      return one(leadersAbove(directory, state.applicant)[rule.level - 1]);
    case 'departmentHead':
      return one(applicant?.unitId == null ? null : directory.unit(applicant.unitId)?.headId);
    case 'role':
      return directory.holders(rule.role);
    case 'branchRole':
      return applicant?.branchId == null ? [] : directory.holders(rule.role, applicant.branchId);
    case 'named':
      return [...new Set(rule.people)];
    case 'field': {
      const value = readField(state, rule.field);
      return typeof value === 'string' ? [value] : Array.isArray(value) ? [...new Set<string>(value)] : [];
    }
    case 'pick':
      return [...new Set(state.picks[nodeId] ?? [])];
  }
}

/** The role's holders in the applicant's branch; where the branch has none, everyone who holds it. */
export function administratorsOf(
  flow: { readonly administrator: RoleName },
  state: Case,
  context: Context,
): readonly PersonId[] {
  const { directory, now } = context;
  const asked = (ids: readonly PersonId[]) =>
    ids.filter((id) => id !== state.applicant && canBeAsked(directory, id, now));
  const branch = directory.person(state.applicant)?.branchId;
  const own = branch == null ? [] : asked(directory.holders(flow.administrator, branch));
  return own.length > 0 ? own : asked(directory.holders(flow.administrator));
}

export interface AssigneeQuestion {
  readonly flow: FlowDefinition;
  readonly node: HumanNode;
  readonly state: Case;
  readonly context: Context;
  /** People to be treated as gone, e.g. because their end date has just been set. */
  readonly except?: readonly PersonId[];
}

/**
 * Whom a node asks: its rule, then the fallback that fits why the rule gave nobody, then the administrators.
 * Refused only when the company has no administrator either.
 */
export function findAssignees(question: AssigneeQuestion): Result<Found, ApprovalRefusal> {
  const { flow, node, state, context } = question;
  const named = namedBy(node.assignee, node.id, state, context.directory);
  // Whoever left still finishes what concerns themselves.
  if (node.assignee.by === 'applicant') return ok({ people: named, skip: false });
  const fit = named.filter((id) => fits(id, question));
  if (fit.length > 0) return ok({ people: fit, skip: false });

  const why = named.length === 0 ? 'vacant' : named.includes(state.applicant) ? 'applicant' : 'gone';
  const tried = [`rule:${node.assignee.by}`];
  const fallback = node.fallback?.[why];
  if (fallback !== undefined) {
    if (fallback.to === 'skip') return ok({ people: [], skip: true, why });
    const instead = byFallback(fallback, question, named);
    if (instead.length > 0) return ok({ people: instead, skip: false });
    tried.push(`${why}:${fallback.to === 'rule' ? fallback.rule.by : fallback.to}`);
  }
  // One of them, even where the node asks all: they stand in for a rule that found nobody.
  const administrator = administratorsOf(flow, state, context).find((id) => fits(id, question));
  if (administrator !== undefined) return ok({ people: [administrator], skip: false });
  return no('assignee.none-found', { nodeId: node.id, tried: [...tried, `role:${flow.administrator}`] });
}

/** Who may answer in place of someone who left: those whom the node would ask, then the administrators. */
export function insteadOf(question: AssigneeQuestion): readonly PersonId[] {
  const found = findAssignees(question);
  const people = found.ok ? found.value.people : [];
  const administrators = administratorsOf(question.flow, question.state, question.context);
  return [...new Set([...people, ...administrators])].filter((id) => fits(id, question));
}

function fits(id: PersonId, { state, context, except }: AssigneeQuestion): boolean {
  return (
    id !== state.applicant && !(except ?? []).includes(id) && canBeAsked(context.directory, id, context.now)
  );
}

function byFallback(
  fallback: Exclude<Fallback, { to: 'skip' }>,
  question: AssigneeQuestion,
  named: readonly PersonId[],
): readonly PersonId[] {
  const { node, state, context } = question;
  if (fallback.to === 'rule')
    return namedBy(fallback.rule, node.id, state, context.directory).filter((id) => fits(id, question));
  // Above whoever should have been asked; above the applicant when the post is vacant.
  const from = named[0] ?? state.applicant;
  const above = leadersAbove(context.directory, from).find((id) => fits(id, question));
  return above === undefined ? [] : [above];
}

/** Who hears something: nobody twice, nobody who has left, the applicant always. */
export function recipientsOf(
  recipients: readonly Recipient[],
  nodeId: NodeId,
  flow: FlowDefinition,
  state: Case,
  context: Context,
): readonly PersonId[] {
  const people = recipients.flatMap((recipient) => {
    if (recipient === 'applicant') return [state.applicant];
    if (recipient === 'administrators') return administratorsOf(flow, state, context);
    if (recipient === 'handlers') return handlersOf(state, nodeId);
    return namedBy(recipient, nodeId, state, context.directory);
  });
  return [...new Set(people)].filter((id) => {
    const endsAt = context.directory.person(id)?.accessEndsAt ?? null;
    return id === state.applicant || endsAt === null || context.now < endsAt;
  });
}

/** Those whose turn it is at a node. */
export const handlersOf = (state: Case, nodeId: NodeId): readonly PersonId[] => [
  ...new Set(
    Object.values(state.tasks)
      .filter((task) => task.nodeId === nodeId && task.status === 'open')
      .map((task) => task.assignee),
  ),
];
