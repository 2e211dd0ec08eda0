import { summariseInterviews as countReasons } from '@domain/offboarding/exit-interview';
import { ok } from '@domain/result';
import { monthOf } from '@domain/time/local-date';
import { branchOf } from '../offboarding/hr-branch';
import { recentOrganisation, todayIn } from '../organisation';
import { interviews } from '../repositories/interviews';
import { type Answer, useCase } from '../use-case';

/**
 * Why people left, by department. Only months that are over count: a total that grew by one today would say what today's
 * leaver said.
 */
export const summariseInterviews = useCase('interviews.summary', {
  async run(ports, caller, { year }): Promise<Answer<'interviews.summary'>> {
    const org = await recentOrganisation(ports);
    const thisMonth = monthOf(todayIn(org.zone, ports.clock.now()));
    const kept = (await interviews.ofYear(ports.database, year, branchOf(caller))).filter(
      ({ month, reasons }) => month < thisMonth && reasons.length > 0,
    );
    const { groups, all, someHidden } = countReasons(
      kept.map(({ departmentName, reasons }) => ({ group: departmentName, reasons })),
    );
    return ok({
      groups: groups.map((group) => ({ ...group, reasons: [...group.reasons] })),
      all: all && { ...all, reasons: [...all.reasons] },
      someHidden,
      periodText: periodText(year, thisMonth),
    });
  },
});

function periodText(year: number, thisMonth: string): string | null {
  const monthsOver = year < Number(thisMonth.slice(0, 4)) ? 12 : Number(thisMonth.slice(5)) - 1;
  if (year > Number(thisMonth.slice(0, 4)) || monthsOver === 0) return null;
  return monthsOver === 1 ? `${year}年1月` : `${year}年1月至${monthsOver}月`;
}
