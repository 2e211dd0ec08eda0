import { ok, refuse } from '@domain/result';
import { markOn } from '@domain/schedule/roster-cells';
import type { Rule } from '@domain/schedule/rule';
import { addDays, dayNumber, type LocalDate, monthOf, weekdayOf } from '@domain/time/local-date';
import { dayKindOn } from '@domain/time/workday-calendar';
import type { OutputOf } from '@contract/contract';
import { sheetsByMonth } from '../attendance/judged-days';
import { monthAfter } from '../attendance/months-from';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { uploadFolderOf } from '../files/uploads';
import { organisation, type Organisation, todayIn } from '../organisation';
import type { Employment } from '../repositories/employments';
import { type Roster, rosters } from '../repositories/rosters';
import { type Sheet, sheets } from '../repositories/sheets';
import { surroundingsOf } from '../rosters/change-roster';
import { daysOfMonth } from '../rosters/month-of-rule';
import { openCells } from '../rosters/open-cells';
import { peopleOnRule } from '../rosters/people-on-rule';
import { type RosterScope, rosterScope } from '../rosters/roster-scope';
import { shiftChips } from '../rosters/shift-chips';
import type { Ports } from '../ports';
import { type Answer, useCase } from '../use-case';
import { monthText } from '../wall-text';

const WEEKDAYS = '一二三四五六日';

type Desk = OutputOf<'roster.desk'>;

/** 排班: a page of the month grid. Three reads: the people, and side by side their rosters and their sheets. */
export const openRoster = useCase('roster.desk', {
  async run(ports, { employment, openid }, input): Promise<Answer<'roster.desk'>> {
    const org = await organisation(ports);
    const scope = rosterScope(org, employment);
    if (!scope) return refuse('roster.not-yours', {});
    const today = todayIn(org.zone, ports.clock.now());
    const month = input.month ?? monthOf(today);
    const last = addDays(firstOf(monthAfter(month)), -1);
    const rules = rosterRulesOf(org, employment, last);
    const rule = rules.find(({ id }) => id === input.ruleId) ?? rules[0] ?? null;
    const days = daysOfMonth(month);
    const head = {
      month,
      title: monthText(month),
      previousMonth: previousMonth(month),
      nextMonth: monthAfter(month),
      today,
      scopeText: scope.text,
      rules: rules.map(({ id, name }) => ({ id, name })),
      days: days.map((date) => dayHead(org, date)),
      uploadFolder: uploadFolderOf(openid),
    };
    if (rule === null || rule.timetable.system !== 'roster')
      return ok({
        ...head,
        ruleId: null,
        shifts: [],
        people: [],
        mayEdit: false,
        editsPast: false,
        next: null,
      });
    const { people, next } = await peopleOnRule(ports, org, scope, rule, month, input.after);
    return ok({
      ...head,
      ruleId: rule.id,
      shifts: [...shiftChips(org.book, rule.timetable.shiftIds, last)],
      people: await rowsOf(ports, org, scope, people, month, days),
      mayEdit: scope.mayEditUnder(rule),
      editsPast: org.book.ruleOn(rule.id, last)?.settings.editPastRosters === true,
      next,
    });
  },
});

/** The roster rules in force by the end of the month; a branch sees the company's and its own. */
function rosterRulesOf(org: Organisation, { roles, branchId }: Employment, last: LocalDate): readonly Rule[] {
  const everywhere = !roles.includes('branch-hr') || roles.includes('hr');
  return [...new Set(org.published.rules.map(({ id }) => id))]
    .map((id) => org.book.ruleOn(id, last)?.rule)
    .filter((rule) => rule !== undefined)
    .filter(({ timetable, stopped }) => timetable.system === 'roster' && stopped !== true)
    .filter((rule) => everywhere || rule.branchId == null || rule.branchId === branchId);
}

const dayHead = ({ book }: Organisation, date: LocalDate): Desk['days'][number] => ({
  date,
  weekday: WEEKDAYS[weekdayOf(date) - 1] ?? '',
  off: dayKindOn(date, book.source.calendar) !== 'workday',
  holidayName: book.source.calendar.special.get(dayNumber(date))?.name ?? null,
});

async function rowsOf(
  ports: Ports,
  org: Organisation,
  scope: RosterScope,
  people: readonly Employment[],
  month: string,
  days: readonly LocalDate[],
): Promise<Desk['people']> {
  const ids = people.map(({ _id }) => _id);
  const [planned, found] = await Promise.all([
    rosters.ofPeople(ports.database, ids, month),
    sheets.ofPeople(ports.database, ids, [month]),
  ]);
  const rosterOf = new Map<string, Roster>(planned.map((one) => [one.employmentId, one]));
  const sheetOf = new Map<string, Sheet>(found.map((one) => [one.employmentId, one]));
  return people.map((one) => {
    const sheet = sheetOf.get(one._id);
    const own = sheetsByMonth(sheet === undefined ? [] : [sheet]);
    const around = surroundingsOf(ports, org, one, own, [rosterOf.get(one._id) ?? null]);
    return {
      employmentId: one._id,
      name: one.name,
      departmentName: org.departmentName(one, days[0] as LocalDate),
      marks: days.map((date) => markOn(around.roster.planned, date)),
      open: openCells(scope, one, around, days),
      chosen: sheet?.chosenShifts ?? {},
    };
  });
}
