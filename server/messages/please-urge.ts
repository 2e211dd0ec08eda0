import { recentOrganisation, type Organisation } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { inbox, type InboxItem } from '../repositories/inbox';
import { pushItem } from './push-item';
import { wordsOfMessage } from './case-words';

const MESSAGE = 'handler.unreached';
/** One of them will see to it; the whole department need not be rung for. */
const MOST_ASKED = 2;

/**
 * 请催办: a task that no message could bring to its handler and that is still undone is HR's to tell the person.
 * Once an item. Resolves to how many of HR were asked.
 */
export async function askToUrge(ports: Ports): Promise<number> {
  const unreached = await inbox.unreached(ports.database, ports.clock.now(), 100);
  if (unreached.length === 0) return 0;
  const org = await recentOrganisation(ports);
  let asked = 0;
  for (const item of unreached) {
    // Claimed first: of two timers one asks, and none for what was closed meanwhile.
    if (!(await inbox.claimUnreached(ports.database, item))) continue;
    const handler = await employments.read(ports.database, item.personId);
    if (!handler) continue;
    for (const hrId of hrOf(org, handler)) {
      const told = urgeItem(item, handler, hrId, ports.clock.now());
      if (await inbox.add(ports.database, told)) await pushItem(ports, org, told);
      asked += 1;
    }
  }
  return asked;
}

/** HR of the handler's branch, else of the whole company; never the handler himself. */
function hrOf({ published: { grants } }: Organisation, { _id, branchId }: Employment): readonly string[] {
  const holders = (role: string, branch: string | null) =>
    grants
      .filter((grant) => grant.role === role && grant.branchId === branch && grant.personId !== _id)
      .map(({ personId }) => personId);
  const own = [...holders('branch-hr', branchId), ...holders('hr', branchId)];
  const found = own.length > 0 ? own : holders('hr', null);
  return [...new Set(found)].slice(0, MOST_ASKED);
}

const urgeItem = (item: InboxItem, handler: Employment, hrId: string, now: number): InboxItem => ({
  _id: inbox.urgeIdOf(item._id, hrId),
  personId: hrId,
  kind: wordsOfMessage(MESSAGE).kind,
  caseId: item.caseId,
  taskId: null,
  round: null,
  message: MESSAGE,
  title: `请催办 · ${handler.name}收不到提醒`,
  fact: item.title,
  dueAt: item.dueAt,
  createdAt: now,
  state: 'open',
  pushAt: now,
});

/** Whoever was to be urged has acted: HR need not any more. */
export async function closeUrges(ports: Ports, item: InboxItem): Promise<void> {
  if (!item.unreached) return;
  for (const urge of await inbox.urgesAbout(ports.database, item))
    await inbox.setState(ports.database, urge._id, urge.personId, 'closed');
}
