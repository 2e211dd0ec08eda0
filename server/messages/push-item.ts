import { instantOf } from '@domain/time/instant';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { inbox, type InboxItem } from '../repositories/inbox';
import { type LedgerEntry, reminderLedger } from '../repositories/reminder-ledger';
import { templateTimeText } from '../wall-text';
import { fitField } from './template-fields';
import { wordsOfMessage } from './case-words';

const WECHAT_NOTHING_LEFT = 43101;

/**
 * Rings for an inbox item, once: claimed first, then sent. The inbox is the truth, so a push that cannot be delivered
 * is no error; the item stays. Resolves to whether WeChat took it.
 */
export async function pushItem(ports: Ports, org: Organisation, item: InboxItem): Promise<boolean> {
  const { database, settings, messages } = ports;
  if (!(await inbox.claimPush(database, item))) return false;
  const templateId = settings.taskTemplateId;
  if (templateId === null) return false;
  const entry = await reminderLedger.read(database, reminderLedger.idOf(item.personId, templateId));
  if (!entry || entry.left < 1) return false;
  const spent: LedgerEntry = { ...entry, left: entry.left - 1, revision: entry.revision + 1 };
  if (!(await reminderLedger.replace(database, entry, spent))) return false;
  const delivery = await messages.send({
    openid: entry.openid,
    templateId,
    page: pageOf(item),
    fields: {
      thing1: fitField('thing', item.title),
      thing2: fitField('thing', item.fact),
      time3: templateTimeText(org.zone, instantOf(item.dueAt ?? item.createdAt)),
      thing4: fitField('thing', wordsOfMessage(item.message).hint),
    },
  });
  if (delivery.sent) return true;
  ports.log.write({ message: 'push refused by WeChat', errorCode: delivery.errorCode });
  const left = delivery.errorCode === WECHAT_NOTHING_LEFT ? 0 : entry.left;
  await reminderLedger.replace(database, spent, { ...spent, left });
  return false;
}

/** The deep link: it carries ids and no authority. */
export function pageOf({ caseId, taskId, round }: Pick<InboxItem, 'caseId' | 'taskId' | 'round'>): string {
  const task = taskId === null ? '' : `&task=${encodeURIComponent(taskId)}&round=${round ?? 1}`;
  return `pages/case/index?case=${encodeURIComponent(caseId)}${task}`;
}

/** Rings for what had to wait for the morning; resolves to how many were sent. */
export async function pushWaiting(ports: Ports, org: Organisation): Promise<number> {
  const waiting = await inbox.toPush(ports.database, ports.clock.now(), 100);
  const sent = await Promise.all(waiting.map((item) => pushItem(ports, org, item)));
  return sent.filter(Boolean).length;
}
