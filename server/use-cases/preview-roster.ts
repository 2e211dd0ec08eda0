import { ok, refuse } from '@domain/result';
import { resolveRule } from '@domain/schedule/resolve-rule';
import type { CellChange } from '@domain/schedule/roster-cells';
import { localDateOf, monthOf } from '@domain/time/local-date';
import { sheetsByMonth } from '../attendance/judged-days';
import { organisation, personOf } from '../organisation';
import type { Employment } from '../repositories/employments';
import { type Roster, rosters } from '../repositories/rosters';
import { type Sheet, sheets } from '../repositories/sheets';
import { changedRoster, monthsAroundCells } from '../rosters/change-roster';
import { rosterScope } from '../rosters/roster-scope';
import { sortChanges } from '../rosters/sort-changes';
import { type Answer, useCase } from '../use-case';
import { dayText } from '../wall-text';

/** Who changes from what to what if these cells are changed: the same judging as saving, nothing stored. */
export const previewRoster = useCase('roster.preview', {
  async run(ports, caller, { changes }): Promise<Answer<'roster.preview'>> {
    const org = await organisation(ports);
    const scope = rosterScope(org, caller.employment);
    if (!scope) return refuse('roster.not-yours', {});
    const { mine } = await sortChanges(ports, scope, changes);
    const ids = [...mine.keys()].map(({ _id }) => _id);
    const cells = [...mine.values()].flat();
    const months = [...new Set(cells.map(({ date }) => monthOf(date)))];
    const [planned, found] = await Promise.all([
      Promise.all(months.map((month) => rosters.ofPeople(ports.database, ids, month))),
      sheets.ofPeople(ports.database, ids, monthsAroundCells(cells)),
    ]);
    const people = [...mine].map(([employment, own]) => {
      const reads = {
        rosters: rostersOf(employment, months, planned.flat()),
        sheets: sheetsByMonth(found.filter((sheet: Sheet) => sheet.employmentId === employment._id)),
      };
      const { rewrites } = changedRoster(ports, org, employment, reads, own);
      return {
        employmentId: employment._id,
        name: employment.name,
        days: rewrites.flatMap(({ sheet, rejudged }) =>
          Object.entries(rejudged).map(([key, { words }]) => {
            const date = localDateOf(`${sheet.month}-${key}`);
            return { date, dateText: dayText(date), before: words[0], after: words[1] };
          }),
        ),
      };
    });
    const changed = people.filter(({ days }) => days.length > 0);
    const measures = ([employment, own]: readonly [Employment, readonly CellChange[]]): boolean =>
      own.some(
        ({ date }) =>
          resolveRule(org.book, personOf(employment), date).rule?.settings.recomputeReports === true,
      );
    return ok({
      changedDays: changed.reduce((sum, { days }) => sum + days.length, 0),
      people: changed,
      measuresRequests: [...mine].some(measures),
    });
  },
});

const rostersOf = (
  { _id }: Employment,
  months: readonly string[],
  planned: readonly Roster[],
): ReadonlyMap<string, Roster | null> =>
  new Map(
    months.map((month) => [
      month,
      planned.find((one) => one.employmentId === _id && one.month === month) ?? null,
    ]),
  );
