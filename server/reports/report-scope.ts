import { assignmentsOn } from '@domain/people/person';
import type { LocalDate } from '@domain/time/local-date';
import { type Organisation, personOf } from '../organisation';
import type { Where } from '../ports';
import type { Employment } from '../repositories/employments';

/** Whose days somebody may see. */
export interface ReportScope {
  /** '全公司', '上海', '研发部、测试组' */
  readonly text: string;
  /** Which employments to read, side by side: those that are not seen after all are left out. */
  readonly wheres: readonly Where[];
  /** Whether the person belongs to it on that day: a head sees nobody before they came or after they went. */
  sees(employment: Employment, date: LocalDate): boolean;
}

const MOST_SIDE_BY_SIDE = 6;

/** Null for whoever is neither HR nor leads anybody. */
export function reportScope(org: Organisation, { _id, roles, branchId }: Employment): ReportScope | null {
  if (roles.includes('hr')) return { text: '全公司', wheres: [{}], sees: () => true };
  if (roles.includes('branch-hr'))
    return {
      text: org.branchName(branchId),
      wheres: [{ branchId }],
      sees: (employment) => employment.branchId === branchId,
    };
  const { heads, departments } = org.published;
  const own = departments.filter(({ id }) => heads[id] === _id);
  if (own.length === 0) return null;
  const led = new Set(own.map(({ id }) => id));
  const { everUnder, pathToRoot } = org.book.departments;
  const isUnder = (id: string, date: LocalDate): boolean => pathToRoot(id, date).some((one) => led.has(one));
  // A department that moved belongs to it for a part of the days: `sees` knows which.
  const under = departments
    .map(({ id }) => id)
    .filter((id) => [...everUnder(id)].some((one) => led.has(one)));
  return {
    text: own.map(({ name }) => name).join('、'),
    // Whoever leads most of the company costs less by a look at everybody.
    wheres:
      under.length > MOST_SIDE_BY_SIDE ? [{}] : under.map((id) => ({ 'assignments.departmentIds': id })),
    sees: (employment, date) =>
      assignmentsOn(personOf(employment), date).some(({ departmentIds }) =>
        departmentIds.some((id) => isUnder(id, date)),
      ),
  };
}
