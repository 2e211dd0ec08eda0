import type { LocalDate } from '../time/local-date';

/** An organisational unit. The root has no parent. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  /** What it was called and where it stood before, oldest first; absent: always as now. */
  readonly before?: readonly FormerPlace[];
  /** Nobody is put into it any more; it stays for the days gone by. */
  readonly closed?: boolean;
}

/** A department as it was up to and including a day. */
export interface FormerPlace {
  readonly until: LocalDate;
  readonly name: string;
  readonly parentId: string | null;
}

/** What it is called on a day, and under which department it stands. */
export function departmentOn(department: Department, on: LocalDate): Pick<Department, 'name' | 'parentId'> {
  return department.before?.find(({ until }) => on <= until) ?? department;
}

/** The tree of departments, with each one's path to the root worked out once for every shape the tree had. */
export interface DepartmentTree {
  has(id: string): boolean;
  /** The department itself first, the root last, as they stood that day. Empty for an unknown id. */
  pathToRoot(id: string, on: LocalDate): readonly string[];
  /** Steps below the root that day; -1 for an unknown id. */
  depthOf(id: string, on: LocalDate): number;
  /** Every department that it ever stood under, itself included. */
  everUnder(id: string): ReadonlySet<string>;
}

/** Builds the tree. A parent that is missing, or a cycle, ends the path there. */
export function departmentTree(departments: readonly Department[]): DepartmentTree {
  const turns = [
    ...new Set(departments.flatMap(({ before = [] }) => before.map(({ until }) => until))),
  ].sort();
  /** By how many turns lie before the day. */
  const shapes = new Map<number, ReadonlyMap<string, readonly string[]>>();
  const shapeAfter = (turn: number): ReadonlyMap<string, readonly string[]> => {
    const known = shapes.get(turn);
    if (known) return known;
    const until = turns[turn];
    const made = pathsIn(
      departments.map((one) => ({ id: one.id, ...(until === undefined ? one : departmentOn(one, until)) })),
    );
    shapes.set(turn, made);
    return made;
  };
  const none: readonly string[] = [];
  const pathToRoot = (id: string, on: LocalDate): readonly string[] =>
    shapeAfter(turns.length === 0 ? 0 : turns.filter((until) => until < on).length).get(id) ?? none;
  const ids = new Set(departments.map(({ id }) => id));
  return {
    has: (id) => ids.has(id),
    pathToRoot,
    depthOf: (id, on) => pathToRoot(id, on).length - 1,
    everUnder: (id) => new Set([...turns, null].flatMap((_, turn) => shapeAfter(turn).get(id) ?? none)),
  };
}

function pathsIn(
  departments: readonly Pick<Department, 'id' | 'parentId'>[],
): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(departments.map((department) => [department.id, department]));
  const paths = new Map<string, readonly string[]>();
  for (const { id } of departments) {
    const path: string[] = [];
    for (let at = byId.get(id); at !== undefined && !path.includes(at.id);)
      at = (path.push(at.id), at.parentId === null ? undefined : byId.get(at.parentId));
    paths.set(id, path);
  }
  return paths;
}
