import { ok } from '@domain/result';
import { monthOf } from '@domain/time/local-date';
import { sheetsByMonth } from '../attendance/judged-days';
import { monthView } from '../attendance/month-view';
import { monthsAround, previousMonth } from '../attendance/punch-desk';
import { signedUnder } from '../months/signed-under';
import { organisation, todayIn } from '../organisation';
import { sheets } from '../repositories/sheets';
import { type Answer, useCase } from '../use-case';

/** The caller's own month: each day's verdict and its why. */
export const myMonth = useCase('calendar.myMonth', {
  async gather(ports, openid, { month }) {
    const now = ports.clock.now();
    // Side by side: which month is the current one is known only with the organisation, so all near ones are read.
    const months = month === null ? monthsAround(now) : [previousMonth(month), month];
    const [org, found] = await Promise.all([
      organisation(ports),
      sheets.ofOpenid(ports.database, openid, months),
    ]);
    return { org, wanted: month ?? monthOf(todayIn(org.zone, now)), found };
  },
  async run(ports, { employment }, _input, { org, wanted, found }): Promise<Answer<'calendar.myMonth'>> {
    const months = sheetsByMonth(found.filter((sheet) => sheet.employmentId === employment._id));
    const own = (await signedUnder(ports, org, found))(months.get(wanted));
    return ok(monthView(own, employment, months, wanted, ports.clock.now()));
  },
});
