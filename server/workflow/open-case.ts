import type { FlowVersion } from '@domain/approval/flow';
import { mayInCase } from '@domain/offboarding/case-roles';
import type { CaseAction } from '@domain/offboarding/permissions';
import type { Instant } from '@domain/time/instant';
import type { Caller } from '../caller';
import { type Organisation, recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { staffOf } from './case-staff';
import { shippedFlow } from './shipped-flows';
import type { Staff } from './staff';

/** A case that the caller has a part in. */
export interface OpenCase {
  readonly stored: CaseDocument;
  readonly org: Organisation;
  readonly flow: FlowVersion;
  readonly staff: Staff;
  /** Whoever looks. */
  readonly viewerId: string;
  readonly now: Instant;
  /** Whether the table of permissions allows it to the caller here. */
  may(action: CaseAction): boolean;
}

/** Null for an unknown case and for somebody else's alike. */
export async function openCase(ports: Ports, caller: Caller, caseId: string): Promise<OpenCase | null> {
  const [stored, org] = await Promise.all([cases.read(ports.database, caseId), recentOrganisation(ports)]);
  if (!stored) return null;
  const flow = shippedFlow(ports.ids, stored.flowId, stored.flowVersion);
  const staff = await staffOf(ports, org, caller, stored);
  const now = ports.clock.now();
  const viewerId = caller.employment._id;
  const { directory, delegations } = staff;
  const onlookers = { directory, now, delegations };
  const may = (action: CaseAction) => mayInCase(flow.definition, stored.state, viewerId, onlookers, action);
  return may('viewCase') ? { stored, org, flow, staff, viewerId, now, may } : null;
}
