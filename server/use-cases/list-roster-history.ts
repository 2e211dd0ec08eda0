import { ok, refuse } from '@domain/result';
import { monthOf } from '@domain/time/local-date';
import type { LocalDate } from '@domain/time/local-date';
import { recentOrganisation } from '../organisation';
import { employments } from '../repositories/employments';
import { rosterChanges } from '../repositories/rosters';
import { cellTexts, whoText } from '../rosters/history-lines';
import { rosterScope } from '../rosters/roster-scope';
import { type Answer, useCase } from '../use-case';

const MOST_LINES = 60;

/** 排班历史 of some people in a month, newest first; others than the caller's are left out. Two reads. */
export const listRosterHistory = useCase('roster.history', {
  async run(ports, caller, { month, employmentIds }): Promise<Answer<'roster.history'>> {
    const org = await recentOrganisation(ports);
    const scope = rosterScope(org, caller.employment);
    if (!scope) return refuse('roster.not-yours', {});
    const [staff, changes] = await Promise.all([
      employments.ofIds(ports.database, employmentIds),
      rosterChanges.ofPeople(ports.database, employmentIds, month, MOST_LINES),
    ]);
    const known = new Map(staff.map((one) => [one._id, one]));
    return ok({
      lines: changes.flatMap((change) => {
        const employment = known.get(change.employmentId);
        const cells = change.cells.filter(
          ({ date }) =>
            monthOf(date as LocalDate) === month &&
            employment !== undefined &&
            scope.sees(employment, date as LocalDate),
        );
        if (employment === undefined || cells.length === 0) return [];
        return [
          {
            id: change._id,
            whoText: whoText(org, change),
            name: employment.name,
            means: change.means,
            cells: cellTexts(org, { ...change, cells }),
          },
        ];
      }),
    });
  },
});
