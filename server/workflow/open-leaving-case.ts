import { openTasks, type Task } from '@domain/approval/case';
import { type FlowNode, type FlowVersion, nodeOf } from '@domain/approval/flow';
import type { NodeId } from '@domain/approval/names';
import { mayInCase } from '@domain/offboarding/case-roles';
import type { CaseAction } from '@domain/offboarding/permissions';
import type { Instant } from '@domain/time/instant';
import type { Caller } from '../caller';
import { type Organisation, recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { staffOf } from './read-case';
import { shippedFlow } from './shipped-flows';
import type { Staff } from './staff';

/** A leaving case as one of its departments opens it. */
export interface LeavingCase {
  readonly stored: CaseDocument;
  readonly org: Organisation;
  readonly flow: FlowVersion;
  readonly staff: Staff;
  /** Whoever looks. */
  readonly viewerId: string;
  readonly now: Instant;
}

/** Null for a case that is none of leaving, and for no case at all. */
export async function openLeavingCase(
  ports: Ports,
  caller: Caller,
  caseId: string,
): Promise<LeavingCase | null> {
  const [stored, org] = await Promise.all([cases.read(ports.database, caseId), recentOrganisation(ports)]);
  if (!stored || !stored.flowId.startsWith('leave-')) return null;
  const staff = await staffOf(ports, org, caller, stored);
  const flow = shippedFlow(ports.ids, stored.flowId, stored.flowVersion);
  return { stored, org, flow, staff, viewerId: caller.employment._id, now: ports.clock.now() };
}

export const nodeIn = ({ flow }: LeavingCase, nodeId: NodeId): FlowNode | null =>
  nodeOf(flow.definition, nodeId) ?? null;

/** Whether the table of permissions lets the caller do this in the case. */
export const may = ({ flow, stored, viewerId, staff, now }: LeavingCase, action: CaseAction): boolean =>
  mayInCase(flow.definition, stored.state, viewerId, { directory: staff.directory, now }, action);

/** The caller's own open task at a node. */
export const taskAt = ({ stored, viewerId }: LeavingCase, nodeId: NodeId): Task | null =>
  openTasks(stored.state).find((task) => task.nodeId === nodeId && task.assignee === viewerId) ?? null;

export const linkOf = (task: Task | null): { readonly taskId: string; readonly round: number } | null =>
  task && { taskId: task.id, round: task.round };

/** The same tap again: the case has answered this command before. */
export const isRepeated = ({ stored }: LeavingCase, commandId: string): boolean =>
  stored.state.answered.some((answer) => answer.commandId === commandId);
