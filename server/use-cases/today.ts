import { ok } from '@domain/result';
import { openDesk, readDesk } from '../attendance/punch-desk';
import { deskView } from '../attendance/desk-view';
import { reminderViews } from '../messages/reminder-views';
import { reminderLedger } from '../repositories/reminder-ledger';
import { type Answer, useCase } from '../use-case';

/** The punch page: plan, button with its forecast, whereabouts, cards, one gentle line. */
export const today = useCase('punch.today', {
  gather: (ports, openid) =>
    Promise.all([readDesk(ports, openid), reminderLedger.ofOpenid(ports.database, openid)]),
  async run(ports, caller, input, [reads, ledger]): Promise<Answer<'punch.today'>> {
    const desk = openDesk(ports, caller, reads);
    return ok({ ...deskView(desk, input), reminders: reminderViews(ports, ledger) });
  },
});
