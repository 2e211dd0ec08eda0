import type { OutputOf } from '@contract/contract';
import { type Department, departmentOn } from '@domain/people/department';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { type Caller, hasRole } from '../caller';
import { organisation, type Organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { staffChanges } from '../repositories/staff-changes';
import { dayText } from '../wall-text';
import { changeLine } from './change-log';

type View = OutputOf<'company.view'>;

const CHANGES_SHOWN = 20;

/** The organisation as it stands today: four reads at most. */
export async function companyView(ports: Ports, caller: Caller): Promise<View> {
  const org = await organisation(ports);
  const today = todayIn(org.zone, ports.clock.now());
  const { heads, branches, posts = [] } = org.published;
  const headIds = [...new Set(Object.values(heads).filter((id) => id !== null))];
  const [people, changes] = await Promise.all([
    employments.ofIds(ports.database, headIds),
    staffChanges.inArea(ports.database, 'company', CHANGES_SHOWN),
  ]);
  const headOf = (id: string) => people.find(({ _id }) => _id === heads[id]);
  return {
    revision: org.revision,
    companyName: org.companyName,
    today,
    mayEdit: hasRole(caller, ['hr', 'admin']),
    me: { employmentId: caller.employment._id, name: caller.employment.name },
    departments: inOrder(org, today).map((department) => {
      const head = headOf(department.id);
      const { name, parentId } = departmentOn(department, today);
      return {
        id: department.id,
        name,
        parentId,
        depth: org.book.departments.depthOf(department.id, today),
        head: head ? { employmentId: head._id, name: head.name } : null,
        closed: department.closed === true,
        plannedText: plannedText(org, department, today),
      };
    }),
    branches: branches.map(({ id, name, closed = false }) => ({ id, name, closed })),
    posts: posts.map(({ id, name, secrecy, closed = false }) => ({ id, name, secrecy, closed })),
    changes: changes.map((change) => changeLine(org, change)),
  };
}

/** A department before those below it, in the order of their making; closed ones last. */
export function inOrder(
  { published: { departments } }: Organisation,
  today: LocalDate,
): readonly Department[] {
  const open = departments.filter(({ closed }) => !closed);
  const placed = new Set<string>();
  const below = (parentId: string | null): readonly Department[] =>
    open
      .filter((one) => departmentOn(one, today).parentId === parentId && !placed.has(one.id))
      .flatMap((one) => (placed.add(one.id), [one, ...below(one.id)]));
  const tree = below(null);
  return [...tree, ...departments.filter(({ id }) => !placed.has(id))];
}

function plannedText({ published }: Organisation, department: Department, today: LocalDate): string | null {
  const last = department.before?.at(-1);
  if (!last || last.until < today) return null;
  const parent = published.departments.find(({ id }) => id === department.parentId);
  const place = parent ? `在“${parent.name}”下` : '在最上级';
  return `${dayText(addDays(last.until, 1))}起${place}，名称“${department.name}”`;
}
