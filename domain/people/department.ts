/** An organisational unit. The root has no parent. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** The tree of departments, with each one's path to the root worked out once. */
export interface DepartmentTree {
  /** The department itself first, the root last. Empty for an unknown id. */
  pathToRoot(id: string): readonly string[];
  /** Steps below the root; -1 for an unknown id. */
  depthOf(id: string): number;
}

/** Builds the tree. A parent that is missing, or a cycle, ends the path there. */
export function departmentTree(departments: readonly Department[]): DepartmentTree {
  const byId = new Map(departments.map((department) => [department.id, department]));
  const paths = new Map<string, readonly string[]>();
  for (const { id } of departments) {
    const path: string[] = [];
    for (let at = byId.get(id); at !== undefined && !path.includes(at.id);)
      at = (path.push(at.id), at.parentId === null ? undefined : byId.get(at.parentId));
    paths.set(id, path);
  }
  const none: readonly string[] = [];
  return {
    pathToRoot: (id) => paths.get(id) ?? none,
    depthOf: (id) => (paths.get(id)?.length ?? 0) - 1,
  };
}
