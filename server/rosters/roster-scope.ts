import type { LocalDate } from '@domain/time/local-date';
import { resolveRule } from '@domain/schedule/resolve-rule';
import type { Rule } from '@domain/schedule/rule';
import { type Organisation, personOf } from '../organisation';
import type { Employment } from '../repositories/employments';
import { type ReportScope, reportScope } from '../reports/report-scope';

/** Whose rosters somebody sees, and whose cells he may change. */
export interface RosterScope extends ReportScope {
  mayEditUnder(rule: Rule): boolean;
  /** Whether the person's day is one that the caller plans. */
  plans(employment: Employment, date: LocalDate): boolean;
}

/** HR plans the company or the branch; a head the own departments, under rules that say so. Null for everybody else. */
export function rosterScope(org: Organisation, caller: Employment): RosterScope | null {
  const scope = reportScope(org, caller);
  if (scope === null) return null;
  const isHr = caller.roles.includes('hr') || caller.roles.includes('branch-hr');
  const mayEditUnder = ({ timetable }: Rule): boolean =>
    isHr || (timetable.system === 'roster' && timetable.leadersMayPlan === true);
  return {
    ...scope,
    mayEditUnder,
    plans(employment, date) {
      if (!scope.sees(employment, date)) return false;
      const { rule } = resolveRule(org.book, personOf(employment), date);
      return isHr || (rule !== null && mayEditUnder(rule.rule));
    },
  };
}
