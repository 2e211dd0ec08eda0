import type { OutputOf } from '@contract/contract';
import { isGivenRole, ROLE_TITLES } from '@domain/people/role-order';
import { instantOf } from '@domain/time/instant';
import { ok, refuse, type Result } from '@domain/result';
import type { Caller } from '../caller';
import { type Organisation, organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { type DutyHandover, dutyHandovers } from '../repositories/duty-handovers';
import { type Employment, employments } from '../repositories/employments';
import type { RefusalOf } from '../use-case';
import { dayText, momentText } from '../wall-text';
import { type PlannedDuties, plannedDuties } from './plan-of';

export interface DutiesDesk extends PlannedDuties {
  readonly org: Organisation;
  readonly leaver: Employment;
  readonly handover: DutyHandover;
}

type Refusal = RefusalOf<'person.unknown' | 'duties.unknown' | 'duties.own' | 'duties.successor'>;

/** The duties of somebody who leaves, for HR of the branch or of the group; nobody looks after his own. */
export async function openDuties(
  ports: Ports,
  { employment }: Caller,
  employmentId: string,
  successorId: string | null,
): Promise<Result<DutiesDesk, Refusal>> {
  const [org, leaver, handover] = await Promise.all([
    organisation(ports),
    employments.read(ports.database, employmentId),
    dutyHandovers.read(ports.database, employmentId),
  ]);
  // Another branch's person is as unknown to branch HR as one who does not exist.
  if (!leaver || !(isGroupWide(employment) || leaver.branchId === employment.branchId))
    return refuse('person.unknown', {});
  if (!handover) return refuse('duties.unknown', { name: leaver.name });
  if (leaver._id === employment._id) return refuse('duties.own', {});
  const duties = await plannedDuties(ports, org, leaver, successorId);
  const successor = successorId === null ? null : duties.staff.directory.person(successorId);
  // Whoever has an end date himself would only hand them on.
  const fits = successor === null || successor?.accessEndsAt === null;
  if (!fits || successorId === leaver._id) return refuse('duties.successor', {});
  return ok({ org, leaver, handover, ...duties });
}

export const isGroupWide = ({ roles }: Employment): boolean =>
  roles.some((role) => role === 'hr' || role === 'admin');

export async function dutiesView(ports: Ports, desk: DutiesDesk): Promise<OutputOf<'duties.view'>> {
  const { org, leaver, handover, plan, staff } = desk;
  const held = await cases.heldBy(ports.database, leaver._id, 1000);
  const unitNames = new Map(org.published.departments.map(({ id, name }) => [id, name]));
  const { confirmedBy, confirmedAt, tasksMoveAt } = handover;
  const line = (title: string, to: string | null, vacant: boolean) => ({
    title,
    to: to === null ? null : { employmentId: to, name: staff.nameOf(to) },
    note: to !== null ? null : vacant ? '没有人接手，请选一位' : '由其他人继续担任',
    vacant,
  });
  return {
    employmentId: leaver._id,
    name: leaver.name,
    departmentName: org.departmentName(leaver, todayIn(org.zone, ports.clock.now())),
    lastDayText: dayText(handover.lastDay),
    tasksMoveText: tasksMoveAt === null ? null : momentText(org.zone, instantOf(tasksMoveAt)),
    openTasks: held.filter(({ applicantId }) => applicantId !== leaver._id).length,
    state: handover.state,
    confirmedText:
      confirmedBy === null || confirmedAt === null
        ? null
        : `${staff.nameOf(confirmedBy)} ${momentText(org.zone, instantOf(confirmedAt))} 已确认`,
    lines: [
      ...plan.heads.map(({ unitId, to }) =>
        line(`${unitNames.get(unitId) ?? ''} 负责人`.trim(), to, to === null),
      ),
      ...plan.roles.map(({ grant, to, vacant }) => line(roleTitle(org, grant), to, vacant)),
    ],
    orgRevision: org.revision,
  };
}

function roleTitle(
  org: Organisation,
  { role, branchId }: { readonly role: string; readonly branchId: string | null },
): string {
  const title = isGivenRole(role) ? ROLE_TITLES[role] : role;
  return branchId === null ? title : `${title} · ${org.branchName(branchId)}`;
}
