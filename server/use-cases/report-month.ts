import { ok, refuse } from '@domain/result';
import { addDays, dateText, type LocalDate, monthOf } from '@domain/time/local-date';
import type { Tone } from '@contract/contract';
import type { JudgedDay } from '../attendance/judged-days';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { recentOrganisation, todayIn } from '../organisation';
import { monthAfter } from '../attendance/months-from';
import { toneOf } from '../attendance/day-words';
import { cellsOf, columns, isOver, sumOf, sumOfAll } from '../reports/columns';
import { judgedPeople } from '../reports/judged-people';
import { reportScope } from '../reports/report-scope';
import { type Answer, useCase } from '../use-case';
import { monthText } from '../wall-text';

/** 出勤汇总: a page of people with the sums of their month so far. */
export const reportMonth = useCase('report.month', {
  async run(ports, { employment }, input): Promise<Answer<'report.month'>> {
    const org = await recentOrganisation(ports);
    const scope = reportScope(org, employment);
    if (!scope) return refuse('report.not-yours', {});
    const today = todayIn(org.zone, ports.clock.now());
    const month = input.month ?? monthOf(today);
    const { people, next } = await judgedPeople(ports, org, scope, month, input.after);
    const rows = people.map((person) => ({ ...person, sum: sumOf(person.days, today) }));
    const last = addDays(firstOf(monthAfter(month)), -1);
    const until = today < last ? today : last;
    return ok({
      month,
      title: monthText(month),
      scopeText: scope.text,
      untilText: `截至 ${dateText(until)}`,
      columns,
      rows: rows.map(({ employment: one, days, sum }) => ({
        employmentId: one._id,
        name: one.name,
        departmentName: org.departmentName(one, days.at(-1)?.date ?? until),
        cells: cellsOf(sum),
        days: tonesOf(days, last, today),
      })),
      totals: cellsOf(sumOfAll(rows.map(({ sum }) => sum))),
      previousMonth: previousMonth(month),
      nextMonth: month < monthOf(today) ? monthAfter(month) : null,
      next,
    });
  },
});

/** From the 1st to the last day of the month; what is not over, or not to be seen, is 'none'. */
function tonesOf(days: readonly JudgedDay[], last: LocalDate, today: LocalDate): Tone[] {
  const tones = Array.from({ length: Number(last.slice(8)) }, (): Tone => 'none');
  for (const day of days) if (isOver(day, today)) tones[Number(day.date.slice(8)) - 1] = toneOf(day.verdict);
  return tones;
}
