import { ok, refuse } from '@domain/result';
import { recentOrganisation, todayIn } from '../organisation';
import { reportSumOf } from '../reports/columns';
import { judgedPeople } from '../reports/judged-people';
import { reportScope } from '../reports/report-scope';
import { type Answer, useCase } from '../use-case';

/**
 * The sums of a page of people. The whole company is the sum of its pages, added up on the phone as they come: a sum
 * that was stored would have to follow every punch, correction, roster and rule, and could be wrong.
 */
export const sumReport = useCase('report.sum', {
  async run(ports, { employment }, { month, date, after }): Promise<Answer<'report.sum'>> {
    const org = await recentOrganisation(ports);
    const scope = reportScope(org, employment);
    if (!scope) return refuse('report.not-yours', {});
    const { people, next } = await judgedPeople(ports, org, scope, month, after);
    const wanted = people
      .map(({ days }) => ({ days: date === null ? days : days.filter((day) => day.date === date) }))
      .filter(({ days }) => days.length > 0);
    const { sum, days, ...rest } = reportSumOf(wanted, todayIn(org.zone, ports.clock.now()));
    return ok({
      ...rest,
      sum: { ...sum, overtimeMinutes: { ...sum.overtimeMinutes }, leaveMinutes: { ...sum.leaveMinutes } },
      days: days.map((day) => ({ ...day, people: { ...day.people } })),
      next,
    });
  },
});
