import type { OutputOf } from '@contract/contract';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { employeeRelations } from '../repositories/employee-relations';
import { reminderLedger } from '../repositories/reminder-ledger';
import { reminderViews } from './reminder-views';

/** How a person can be told of tasks: what was accepted, and whether he receives 用工消息. */
export async function channelsView(
  ports: Ports,
  { openid, employment }: Caller,
): Promise<OutputOf<'reminders.channels'>> {
  const { employeeTemplateId } = ports.settings;
  const [ledger, relation] = await Promise.all([
    reminderLedger.ofOpenid(ports.database, openid),
    employeeTemplateId === null ? null : employeeRelations.read(ports.database, employment._id),
  ]);
  const receives = relation?.bound === true && relation.openid === openid;
  return {
    reminders: reminderViews(ports, ledger),
    employee:
      employeeTemplateId === null
        ? null
        : {
            templateIds: [employeeTemplateId],
            bound: receives && relation.templateIds.includes(employeeTemplateId),
          },
  };
}
