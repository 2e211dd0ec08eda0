import { ok, type Refusal, refuse, type Result } from '../result';
import { addDays, type LocalDate } from '../time/local-date';
import { type Department, departmentOn, departmentTree } from './department';

/** How a department is to be from a day on. */
export interface DepartmentWish {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly closed: boolean;
}

export type DepartmentRefusal = Refusal<
  'department.invalid',
  {
    readonly why: 'name-taken' | 'parent-unknown' | 'parent-closed' | 'circle' | 'has-children';
    /** The departments that stand in the way. */
    readonly names: readonly string[];
  }
>;

const no = (
  why: DepartmentRefusal['facts']['why'],
  ...names: readonly string[]
): Result<never, DepartmentRefusal> => refuse('department.invalid', { why, names });

/**
 * The departments with one of them made, renamed, moved, closed or opened again from a day on. The days before it keep
 * what they had; what was planned for days after it gives way.
 */
export function changeDepartment(
  departments: readonly Department[],
  wish: DepartmentWish,
  from: LocalDate,
): Result<readonly Department[], DepartmentRefusal> {
  const { id, name, parentId, closed } = wish;
  const known = departments.find((one) => one.id === id);
  const others = departments.filter((one) => one.id !== id);
  const open = others.filter((one) => !one.closed);
  const parent = others.find((one) => one.id === parentId);
  if (parentId !== null && !parent) return no(parentId === id ? 'circle' : 'parent-unknown');
  if (!closed && parent?.closed) return no('parent-closed', parent.name);
  const standsUnder = (one: Department): boolean => departmentOn(one, from).parentId === parentId;
  const twin = closed ? undefined : open.find((one) => one.name === name && standsUnder(one));
  if (twin) return no('name-taken', twin.name);
  const children = open.filter((one) => one.parentId === id || departmentOn(one, from).parentId === id);
  if (closed && children.length > 0) return no('has-children', ...children.map((one) => one.name));

  const before = known === undefined ? [] : keptBefore(known, from, wish);
  const changed: Department = {
    id,
    name,
    parentId,
    ...(before.length > 0 && { before }),
    ...(closed && { closed }),
  };
  const after = known ? departments.map((one) => (one.id === id ? changed : one)) : [...departments, changed];
  const ring = firstInCircle(after, from);
  return ring === null ? ok(after) : no('circle', ring.name);
}

function keptBefore(known: Department, from: LocalDate, wish: DepartmentWish): Department['before'] & object {
  const until = addDays(from, -1);
  const earlier = (known.before ?? []).filter((one) => one.until < until);
  const last = departmentOn(known, until);
  const same = last.name === wish.name && last.parentId === wish.parentId;
  return same ? earlier : [...earlier, { until, name: last.name, parentId: last.parentId }];
}

/** A department that would stand under itself on that day or later; null when none does. */
function firstInCircle(departments: readonly Department[], from: LocalDate): Department | null {
  const tree = departmentTree(departments);
  const turns = departments.flatMap(({ before = [] }) => before.map(({ until }) => addDays(until, 1)));
  const days = [from, ...turns.filter((day) => day > from)];
  const endsAtRoot = (id: string, on: LocalDate): boolean => {
    const top = departments.find((one) => one.id === tree.pathToRoot(id, on).at(-1));
    return top !== undefined && departmentOn(top, on).parentId === null;
  };
  return departments.find(({ id }) => days.some((on) => !endsAtRoot(id, on))) ?? null;
}
