import { ok } from '@domain/result';
import { channelsView } from '../messages/channels-view';
import { employeeRelations } from '../repositories/employee-relations';
import { type Answer, useCase } from '../use-case';

/** Keeps that the caller receives 用工消息 now, or does not. Only templates of this company count. */
export const recordBinding = useCase('reminders.recordBinding', {
  async run(ports, caller, { bound, templateIds }): Promise<Answer<'reminders.recordBinding'>> {
    const { database, settings, clock } = ports;
    const known = templateIds.filter((id) => id === settings.employeeTemplateId);
    await employeeRelations.keep(database, {
      _id: caller.employment._id,
      openid: caller.openid,
      bound,
      templateIds: bound ? known : [],
      changedAt: clock.now(),
    });
    return ok(await channelsView(ports, caller));
  },
});
