import { addDays } from '@domain/time/local-date';
import { ok } from '@domain/result';
import { branchOf } from '../offboarding/hr-branch';
import { leavingLines } from '../offboarding/leaving-lines';
import { recentOrganisation, todayIn } from '../organisation';
import { cases } from '../repositories/cases';
import { type Answer, useCase } from '../use-case';

const MOST_LINES = 50;
const SOON_DAYS = 7;

/** Everybody who is leaving, in numbers, and those who have waited longest. */
export const overviewLeavings = useCase('leaving.overview', {
  async run(ports, caller): Promise<Answer<'leaving.overview'>> {
    const [org, all] = await Promise.all([
      recentOrganisation(ports),
      cases.runningLeavings(ports.database, 1000),
    ]);
    const branchId = branchOf(caller);
    const running = all.filter(
      ({ applicant }) => branchId === null || applicant?.member.branchId === branchId,
    );
    const lines = await leavingLines(ports, org, running);
    const today = todayIn(org.zone, ports.clock.now());
    const until = addDays(today, SOON_DAYS);
    const soon = running.filter(({ state: { dates } }) => {
      const { lastDay } = dates;
      return lastDay !== undefined && lastDay >= today && lastDay < until;
    });
    return ok({
      running: running.length,
      canAct: branchId === null,
      overdue: lines.filter(({ overdue }) => overdue).length,
      lastDaySoon: soon.length,
      byFlow: countByTitle(lines.map(({ flowTitle }) => flowTitle)),
      lines: lines.slice(0, MOST_LINES),
      more: lines.length > MOST_LINES,
    });
  },
});

function countByTitle(titles: readonly string[]): { title: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].map(([title, count]) => ({ title, count })).sort((a, b) => b.count - a.count);
}
