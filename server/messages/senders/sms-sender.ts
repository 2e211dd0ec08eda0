import { personnel } from '../../repositories/personnel';
import { fitField } from '../template-fields';
import type { Sender } from './sender';

/** A short message for a task that nothing in WeChat could bring; the number is opened for this moment only. */
export const smsSender: Sender = {
  channel: 'sms',
  isOpen: ({ settings }) => settings.smsForTasks,
  async send(ports, { personId, title, fact, asks }) {
    if (!asks) return false;
    const file = await personnel.read(ports.database, personId);
    const phone = file && personnel.open(ports.cipher, file, 'phone');
    if (!phone) return false;
    const fields = { title: fitField('sms', title), fact: fitField('sms', fact) };
    const delivery = await ports.sms.send({ phone, template: 'task', fields });
    if (delivery.sent) return true;
    ports.log.write({ push: 'sms', reason: delivery.reason });
    return false;
  },
};
