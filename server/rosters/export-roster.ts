import { markOn } from '@domain/schedule/roster-cells';
import { dayTitle, markWord, NAME_COLUMN, NUMBER_COLUMN } from '@domain/schedule/roster-table';
import type { Rule } from '@domain/schedule/rule';
import type { LocalDate } from '@domain/time/local-date';
import { organisation, type Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { plannedDaysOf, rosters } from '../repositories/rosters';
import type { Exporter } from '../spreadsheets/exporter';
import { monthOfRule } from './month-of-rule';
import { peopleOnRule } from './people-on-rule';
import { type RosterScope, rosterScope } from './roster-scope';

const WIDE = 14;
const DAY_WIDTH = 7;
const PEOPLE_A_PART = 500;

/** 排班表: people down, days across, the names of shifts in it; the same table can be imported again. */
export const roster: Exporter<'roster'> = async (ports, by, { month, ruleId }) => {
  const org = await organisation(ports);
  const scope = rosterScope(org, by);
  const of = monthOfRule(org, ruleId, month);
  if (scope === null || of === null) return null;
  const { rule, days, shifts } = of;
  const people = await everybody(ports, org, scope, rule, month);
  return {
    fileName: `排班 ${rule.name} ${month}.xlsx`,
    sheets: [
      {
        name: '排班',
        columns: [
          { title: NUMBER_COLUMN, width: WIDE, isText: true },
          { title: NAME_COLUMN, width: WIDE },
          ...days.map((date) => ({ title: dayTitle(date), width: DAY_WIDTH })),
        ],
      },
    ],
    total: people.length,
    async *parts(after) {
      const begin = after === null ? 0 : people.findIndex(({ _id }) => _id > after);
      for (let at = begin; at >= 0 && at < people.length; at += PEOPLE_A_PART) {
        const some = people.slice(at, at + PEOPLE_A_PART);
        const ids = some.map(({ _id }) => _id);
        const found = await rosters.ofPeople(ports.database, ids, month);
        const planned = new Map(found.map((one) => [one.employmentId, plannedDaysOf(one)]));
        const wordOn = (id: string, date: LocalDate) =>
          markWord(markOn(planned.get(id) ?? new Map<LocalDate, string | null>(), date), shifts);
        yield {
          rows: some.map(({ _id, name }) => ({
            sheet: 0,
            cells: [_id, name, ...days.map((date) => wordOn(_id, date))],
          })),
          done: at + some.length,
          after: ids.at(-1) ?? '',
        };
      }
    },
  };
};

async function everybody(
  ports: Ports,
  org: Organisation,
  scope: RosterScope,
  rule: Rule,
  month: string,
): Promise<readonly Employment[]> {
  const all: Employment[] = [];
  for (let after: string | null = null; ;) {
    const { people, next } = await peopleOnRule(ports, org, scope, rule, month, after, PEOPLE_A_PART);
    all.push(...people);
    if (next === null) return all;
    after = next;
  }
}
