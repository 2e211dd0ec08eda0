import { employeeRelations } from '../../repositories/employee-relations';
import type { Sender } from './sender';
import { templateValues } from './template-values';

const NOT_BOUND = 40256;
const NOT_SUBSCRIBED = 50001;

/** 用工消息 to whoever is bound and subscribed the task template: lasts, and needs no accept each time. */
export const employeeSender: Sender = {
  channel: 'employee',
  isOpen: ({ settings }) => settings.employeeTemplateId !== null,
  async send(ports, message) {
    const { database, settings, clock } = ports;
    const templateId = settings.employeeTemplateId;
    const relation = await employeeRelations.read(database, message.personId);
    if (templateId === null || !relation?.bound || !relation.templateIds.includes(templateId)) return false;
    const { openid } = relation;
    const fields = templateValues(message);
    const delivery = await ports.employeeMessages.send({ openid, templateId, page: message.page, fields });
    if (delivery.sent) return true;
    ports.log.write({ push: 'employee', errorCode: delivery.errorCode });
    if (delivery.errorCode === NOT_BOUND) await employeeRelations.end(database, relation._id, clock.now());
    if (delivery.errorCode === NOT_SUBSCRIBED)
      await employeeRelations.keep(database, {
        ...relation,
        templateIds: relation.templateIds.filter((id) => id !== templateId),
        changedAt: clock.now(),
      });
    return false;
  },
};
