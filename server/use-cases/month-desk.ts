import { ok } from '@domain/result';
import { monthOf } from '@domain/time/local-date';
import { monthAfter } from '../attendance/months-from';
import { previousMonth } from '../attendance/punch-desk';
import { hasRole } from '../caller';
import { closingView } from '../months/month-log';
import { lockableFrom } from '../months/month-span';
import { recentOrganisation, todayIn } from '../organisation';
import { monthClosings } from '../repositories/month-closings';
import { type Answer, useCase } from '../use-case';
import { dayText, monthText } from '../wall-text';

/** 月度结账 of a month, last month if none is named: its log, and whose it may be closed for. */
export const monthDesk = useCase('month.desk', {
  async run(ports, caller, input): Promise<Answer<'month.desk'>> {
    const org = await recentOrganisation(ports);
    const today = todayIn(org.zone, ports.clock.now());
    const month = input.month ?? previousMonth(monthOf(today));
    const log = await monthClosings.ofMonth(ports.database, month);
    const whole = hasRole(caller, ['hr']);
    const own = caller.employment.branchId;
    const from = lockableFrom(month);
    return ok({
      month,
      title: monthText(month),
      lockableFromText: today < from ? dayText(from) : null,
      scopes: [
        ...(whole ? [{ branchId: null, name: '全公司' }] : []),
        ...org.published.branches
          .filter(({ id }) => whole || id === own)
          .map(({ id, name }) => ({ branchId: id, name })),
      ],
      log: log
        .filter(({ branchId }) => whole || branchId === null || branchId === own)
        .map((closing) => closingView(org, closing))
        .reverse(),
      previousMonth: previousMonth(month),
      nextMonth: month < monthOf(today) ? monthAfter(month) : null,
    });
  },
});
