import { columnTitle } from '@domain/attendance/report-columns';
import { ok, refuse } from '@domain/result';
import { monthView } from '../attendance/month-view';
import { sheetsByMonth } from '../attendance/judged-days';
import { previousMonth } from '../attendance/punch-desk';
import { hasRole } from '../caller';
import { signedUnder } from '../months/signed-under';
import { recentOrganisation, todayIn } from '../organisation';
import { cellsOf, countsIn, sumOf } from '../reports/columns';
import { judgedMonth } from '../reports/judged-people';
import { reportScope } from '../reports/report-scope';
import { employments } from '../repositories/employments';
import { sheets } from '../repositories/sheets';
import { type Answer, useCase } from '../use-case';

/** The days behind somebody's numbers. Somebody out of sight and nobody at all are answered alike. */
export const reportPerson = useCase('report.person', {
  async run(ports, caller, { employmentId, month }): Promise<Answer<'report.person'>> {
    const org = await recentOrganisation(ports);
    const scope = reportScope(org, caller.employment);
    if (!scope) return refuse('report.not-yours', {});
    const [employment, found] = await Promise.all([
      employments.read(ports.database, employmentId),
      sheets.ofMonths(ports.database, employmentId, [previousMonth(month), month]),
    ]);
    if (!employment) return refuse('person.unknown', {});
    const months = sheetsByMonth(found);
    const own = (await signedUnder(ports, org, found))(months.get(month));
    const { days } = judgedMonth(ports, own, scope, employment, months, month);
    if (days.length === 0) return refuse('person.unknown', {});
    const now = ports.clock.now();
    const today = todayIn(org.zone, now);
    const view = monthView(own, employment, months, month, now);
    const seen = new Map(days.map((day) => [day.date as string, countsIn(day, today)]));
    return ok({
      month,
      title: view.title,
      name: employment.name,
      departmentName: org.departmentName(employment, days.at(-1)?.date ?? today),
      mayGrant: hasRole(caller, ['hr', 'branch-hr']),
      cells: cellsOf(sumOf(days, today)).map((cell) => ({ ...cell, title: columnTitle(cell.column) })),
      days: view.days.flatMap((day) => {
        const counts = seen.get(day.date);
        return counts === undefined ? [] : [{ ...day, counts }];
      }),
    });
  },
});
