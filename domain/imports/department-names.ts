import type { Department } from '../people/department';

/** Between the names of a path: '产品部/前端组'. */
const STEP = '/';

/** Names for departments in a file, and back. A name that only one department has is enough; else as much of its path as it takes. */
export interface DepartmentNames {
  /** Empty for an unknown id. */
  nameOf(id: string): string;
  /** 'none': there is no such department that people are put into; 'several': the path is too short to tell. */
  idOf(text: string): { readonly id: string } | 'none' | 'several';
}

export function departmentNames(departments: readonly Department[]): DepartmentNames {
  const byId = new Map(departments.map((one) => [one.id, one]));
  const pathOf = (id: string): readonly string[] => {
    const path: string[] = [];
    const seen = new Set<string>();
    for (let at = byId.get(id); at !== undefined && !seen.has(at.id);) {
      seen.add(at.id);
      path.unshift(at.name);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    return path;
  };
  const open = departments.filter(({ closed }) => !closed).map(({ id }) => ({ id, path: pathOf(id) }));
  /** By every tail of its path, as text. */
  const byTail = new Map<string, string[]>();
  for (const { id, path } of open)
    for (let length = 1; length <= path.length; length += 1) {
      const tail = path.slice(-length).join(STEP);
      byTail.set(tail, [...(byTail.get(tail) ?? []), id]);
    }
  return {
    nameOf(id) {
      const path = pathOf(id);
      for (let length = 1; length < path.length; length += 1) {
        const tail = path.slice(-length).join(STEP);
        if ((byTail.get(tail) ?? []).every((one) => one === id)) return tail;
      }
      return path.join(STEP);
    },
    idOf(text) {
      const wanted = text
        .split(/[/／>＞\\]/)
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .join(STEP);
      const found = byTail.get(wanted) ?? [];
      // A whole path is meant exactly, though it may be the tail of a longer one.
      const whole = found.filter((id) => pathOf(id).join(STEP) === wanted);
      const meant = whole.length === 1 ? whole : found;
      const [id] = meant;
      if (id === undefined) return 'none';
      return meant.length === 1 ? { id } : 'several';
    },
  };
}
