import { pushAt } from '@domain/approval/quiet-hours';
import { wordsOfMessage } from '../messages/case-words';
import { pushItem } from '../messages/push-item';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { DutyHandover } from '../repositories/duty-handovers';
import type { Employment } from '../repositories/employments';
import { inbox, type InboxItem } from '../repositories/inbox';
import { dayText } from '../wall-text';

export const dutiesPage = (employmentId: string): string =>
  `leaving/duties/index?person=${encodeURIComponent(employmentId)}`;

/** Group HR: what somebody holds may reach beyond a branch. Never the person who leaves. */
export const hrFor = ({ published: { grants } }: Organisation, leaverId: string): readonly string[] => [
  ...new Set(
    grants
      .filter(({ role, branchId, personId }) => role === 'hr' && branchId === null && personId !== leaverId)
      .map(({ personId }) => personId),
  ),
];

/** Puts an item into HR's inbox that leads to the page of the duties; once a message, a person and an end date. */
export async function tellHr(
  ports: Ports,
  org: Organisation,
  leaver: Employment,
  { caseId, lastDay }: DutyHandover,
  message: 'duties.hand-over' | 'duties.overdue',
): Promise<void> {
  const now = ports.clock.now();
  const { kind, hint } = wordsOfMessage(message);
  for (const hrId of hrFor(org, leaver._id)) {
    const item: InboxItem = {
      _id: `${message}:${leaver._id}:${lastDay}:${hrId}`,
      personId: hrId,
      kind,
      caseId,
      taskId: null,
      round: null,
      message,
      title: `${leaver.name} · ${hint}`,
      fact: `最后工作日 ${dayText(lastDay)}`,
      dueAt: null,
      createdAt: now,
      state: 'open',
      pushAt: pushAt('daytime', now, org.published.quietHours, org.zone),
      page: dutiesPage(leaver._id),
    };
    const added = await inbox.add(ports.database, item);
    if (added && item.pushAt !== null && item.pushAt <= now) await pushItem(ports, org, item);
  }
}

/** HR has confirmed, or the person stays: nothing waits there any more. */
export async function closeHrItems(ports: Ports, { caseId }: Pick<DutyHandover, 'caseId'>): Promise<void> {
  for (const message of ['duties.hand-over', 'duties.overdue'])
    for (const item of await inbox.openAbout(ports.database, caseId, message))
      await inbox.setState(ports.database, item._id, item.personId, 'closed');
}
