import type { Context } from '@domain/approval/context';
import { nodeOf } from '@domain/approval/flow';
import { rolesIn } from '@domain/offboarding/case-roles';
import { HANDOVER } from '@domain/offboarding/flows/handover-nodes';
import type { Handover } from '@domain/offboarding/handover';
import { handoverOfLog } from '@domain/offboarding/handover-of-log';
import { mayReadHandover, recipientOf } from '@domain/offboarding/handover-parties';
import { GENERAL_TEMPLATE, SHIPPED_TEMPLATES, templateForPost } from '@domain/offboarding/handover-template';
import { instantOf } from '@domain/time/instant';
import type { Caller } from '../caller';
import { recentOrganisation, todayIn } from '../organisation';
import { postOn } from '../people/units';
import type { Ports } from '../ports';
import { commits } from '../repositories/commits';
import { handoverVersions } from '../repositories/handover-versions';
import { employments } from '../repositories/employments';
import { type HandoverDocument, handovers } from '../repositories/handovers';
import { personnel } from '../repositories/personnel';
import { type OpenCase, openCase } from '../workflow/open-case';

/** The handover of a case as one of its people opens it. */
export interface HandoverDesk {
  readonly leaving: OpenCase;
  /** What was said and attached, with the revision that a writer must find unchanged. */
  readonly kept: HandoverDocument;
  readonly handover: Handover;
  readonly role: 'employee' | 'recipient' | 'reader';
  readonly viewerId: string;
}

/** Null for an unknown case, for one without a handover, and for whoever may not read it: all three look alike. */
export async function openHandover(
  ports: Ports,
  caller: Caller,
  caseId: string,
): Promise<HandoverDesk | null> {
  const leaving = await openCase(ports, caller, caseId);
  if (!leaving || !nodeOf(leaving.flow.definition, HANDOVER)) return null;
  const { stored, flow, viewerId } = leaving;
  const context = contextOf(leaving);
  if (!mayReadHandover(rolesIn(flow.definition, stored.state, viewerId, context))) return null;
  const recipient = recipientOf(flow.definition, stored.state, context);
  const [kept, handover] = await readHandover(ports, caseId, stored.applicantId, recipient ?? '');
  const isEmployee = viewerId === stored.applicantId;
  const role = isEmployee ? 'employee' : viewerId === recipient ? 'recipient' : 'reader';
  return { leaving, kept, handover, role, viewerId };
}

/**
 * The handover of a case with what its log says of it. Begins it from the template of the employee's post when nobody
 * has looked yet; from then on the template stays.
 */
export async function readHandover(
  ports: Ports,
  caseId: string,
  employee: string,
  recipient: string,
): Promise<readonly [HandoverDocument, Handover]> {
  const { database } = ports;
  const [kept, versions, log] = await Promise.all([
    begun(ports, caseId, employee),
    handoverVersions.ofCase(database, caseId),
    commits.ofCase(database, caseId),
  ]);
  const { template } = kept;
  const comments = kept.comments.map(({ version, item, by, at, text }) => {
    return { version, item, by, at: instantOf(at), text };
  });
  const events = log.flatMap((commit) => commit.events);
  return [kept, handoverOfLog({ caseId, template, employee, versions, comments }, recipient, events)];
}

async function postNameOf(ports: Ports, employee: string): Promise<string> {
  const [org, employment, file] = await Promise.all([
    recentOrganisation(ports),
    employments.read(ports.database, employee),
    personnel.read(ports.database, employee),
  ]);
  if (!employment) return '';
  return postOn(org, employment, file, todayIn(org.zone, ports.clock.now())).name;
}

async function begun(ports: Ports, caseId: string, employee: string): Promise<HandoverDocument> {
  const found = await handovers.read(ports.database, caseId);
  if (found) return found;
  const template = templateForPost(SHIPPED_TEMPLATES, await postNameOf(ports, employee), GENERAL_TEMPLATE);
  await handovers.begin(ports.database, caseId, employee, template);
  // Somebody else may have been first: theirs counts.
  const begun = await handovers.read(ports.database, caseId);
  if (!begun) throw new Error(`the handover of case ${caseId} did not begin`);
  return begun;
}

const contextOf = ({ org, staff, now }: OpenCase): Context => ({
  now,
  clock: { zone: org.zone, calendar: org.book.source.calendar, hours: org.published.officeHours },
  directory: staff.directory,
  delegations: staff.delegations,
});
