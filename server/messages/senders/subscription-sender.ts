import { type LedgerEntry, reminderLedger } from '../../repositories/reminder-ledger';
import type { Sender } from './sender';
import { templateValues } from './template-values';

export const NOTHING_LEFT = 43101;

/**
 * 订阅消息: one accept, one message. The ledger is charged before it goes out, so that two at once never send on one
 * accept; what WeChat refuses for another reason than 43101 is given back.
 */
export const subscriptionSender: Sender = {
  channel: 'subscription',
  isOpen: ({ settings }) => settings.taskTemplateId !== null,
  async send(ports, message) {
    const { database, settings, messages } = ports;
    const templateId = settings.taskTemplateId;
    if (templateId === null) return false;
    const entry = await reminderLedger.read(database, reminderLedger.idOf(message.personId, templateId));
    if (!entry || entry.left < 1) return false;
    const spent: LedgerEntry = { ...entry, left: entry.left - 1, revision: entry.revision + 1 };
    if (!(await reminderLedger.replace(database, entry, spent))) return false;
    const { openid } = entry;
    const fields = templateValues(message);
    const delivery = await messages.send({ openid, templateId, page: message.page, fields });
    if (delivery.sent) return true;
    // 47003 is a bug of ours, 41030 a page that was not released: both stand in the log by their number.
    ports.log.write({ push: 'subscription', errorCode: delivery.errorCode });
    const left = delivery.errorCode === NOTHING_LEFT ? 0 : entry.left;
    await reminderLedger.replace(database, spent, { ...spent, left });
    return false;
  },
};
