import { pushAt } from '@domain/approval/quiet-hours';
import { instantOf } from '@domain/time/instant';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { inbox, type InboxItem } from '../repositories/inbox';
import { templateTimeText } from '../wall-text';
import { deliver } from './deliver';
import type { PushMessage } from './senders/sender';
import { wordsOfMessage } from './case-words';

/** Whoever opens the mini-program by himself meanwhile needs nobody to tell him. */
const PATIENCE_MS = 2 * 3_600_000;

/**
 * Rings for an inbox item, once: claimed first, then sent. The inbox is the truth, so a push that cannot be delivered
 * is no error; the item stays, and if it asks for something that is still undone after two hours, HR is asked to tell
 * the person. Resolves to whether a channel took it.
 */
export async function pushItem(ports: Ports, org: Organisation, item: InboxItem): Promise<boolean> {
  if (!(await inbox.claimPush(ports.database, item))) return false;
  const channel = await deliver(ports, pushMessageOf(org, item));
  if (channel === null && item.kind === 'todo') {
    const later = instantOf(ports.clock.now() + PATIENCE_MS);
    const unreachedAt = pushAt('daytime', later, org.published.quietHours, org.zone);
    await inbox.markUnreached(ports.database, item, unreachedAt);
  }
  return channel !== null && channel !== 'none';
}

/** What every channel says of an item. */
export const pushMessageOf = (org: Organisation, item: InboxItem): PushMessage => ({
  personId: item.personId,
  page: pageOf(item),
  title: item.title,
  fact: item.fact,
  hint: wordsOfMessage(item.message).hint,
  timeText: templateTimeText(org.zone, instantOf(item.dueAt ?? item.createdAt)),
  asks: item.kind === 'todo',
});

/** The deep link: it carries ids and no authority. */
export function pageOf({
  caseId,
  taskId,
  round,
  page,
}: Pick<InboxItem, 'caseId' | 'taskId' | 'round' | 'page'>): string {
  if (page) return page;
  const task = taskId === null ? '' : `&task=${encodeURIComponent(taskId)}&round=${round ?? 1}`;
  return `pages/case/index?case=${encodeURIComponent(caseId)}${task}`;
}

/** Rings for what had to wait for the morning; resolves to how many were sent. */
export async function pushWaiting(ports: Ports, org: Organisation): Promise<number> {
  const waiting = await inbox.toPush(ports.database, ports.clock.now(), 100);
  const sent = await Promise.all(waiting.map((item) => pushItem(ports, org, item)));
  return sent.filter(Boolean).length;
}
