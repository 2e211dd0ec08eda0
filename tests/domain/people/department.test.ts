import fc from 'fast-check';
import { changeDepartment } from '@domain/people/change-department';
import { type Department, departmentOn, departmentTree } from '@domain/people/department';
import { addDays, localDateOf } from '@domain/time/local-date';

const day = (n: number) => addDays(localDateOf('2026-01-01'), n);
const company: Department = { id: 'company', name: '公司', parentId: null };
const some: readonly Department[] = [
  company,
  { id: 'sales', name: '销售', parentId: 'company' },
  { id: 'east', name: '华东', parentId: 'sales' },
  { id: 'service', name: '客服', parentId: 'company' },
];
const wish = { closed: false } as const;
const changed = (
  departments: readonly Department[],
  ...args: [Parameters<typeof changeDepartment>[1], number]
) => {
  const made = changeDepartment(departments, args[0], day(args[1]));
  if (!made.ok) throw new Error(made.refusal.facts.why);
  return made.value;
};
const refusal = (
  departments: readonly Department[],
  ...args: [Parameters<typeof changeDepartment>[1], number]
) => {
  const made = changeDepartment(departments, args[0], day(args[1]));
  return made.ok ? null : made.refusal.facts;
};

it('a department that moves on the 10th stood elsewhere on the 9th, with everything below it', () => {
  const after = changed(some, { ...wish, id: 'sales', name: '销售', parentId: 'service' }, 10);
  const tree = departmentTree(after);
  expect(tree.pathToRoot('east', day(9))).toEqual(['east', 'sales', 'company']);
  expect(tree.pathToRoot('east', day(10))).toEqual(['east', 'sales', 'service', 'company']);
  expect([tree.depthOf('east', day(9)), tree.depthOf('east', day(10))]).toEqual([2, 3]);
  expect([...tree.everUnder('east')].sort()).toEqual(['company', 'east', 'sales', 'service']);
});

it('keeps the name that it had on a day', () => {
  const after = changed(some, { ...wish, id: 'sales', name: '市场', parentId: 'company' }, 5);
  const sales = after.find(({ id }) => id === 'sales') as Department;
  expect([departmentOn(sales, day(4)).name, departmentOn(sales, day(5)).name]).toEqual(['销售', '市场']);
});

it.each([
  ['under itself', { ...wish, id: 'sales', name: '销售', parentId: 'sales' }, 'circle', []],
  ['under its own child', { ...wish, id: 'sales', name: '销售', parentId: 'east' }, 'circle', ['销售']],
  ['under nothing known', { ...wish, id: 'new', name: '新', parentId: 'none' }, 'parent-unknown', []],
  [
    'beside one of that name',
    { ...wish, id: 'new', name: '客服', parentId: 'company' },
    'name-taken',
    ['客服'],
  ],
  [
    'closed over open ones',
    { id: 'sales', name: '销售', parentId: 'company', closed: true },
    'has-children',
    ['华东'],
  ],
] as const)('is refused %s', (_, asked, why, names) => {
  expect(refusal(some, asked, 3)).toEqual({ why, names });
});

it('a circle that would close only later is seen too', () => {
  const later = changed(some, { ...wish, id: 'service', name: '客服', parentId: 'east' }, 20);
  expect(refusal(later, { ...wish, id: 'sales', name: '销售', parentId: 'service' }, 3)?.why).toBe('circle');
});

it('closed ones keep their place for days gone by, take nobody below them, and can be opened again', () => {
  const closed = changed(some, { id: 'east', name: '华东', parentId: 'sales', closed: true }, 7);
  expect(departmentTree(closed).pathToRoot('east', day(3))).toEqual(['east', 'sales', 'company']);
  expect(refusal(closed, { ...wish, id: 'new', name: '新', parentId: 'east' }, 8)?.why).toBe('parent-closed');
  const again = changed(closed, { ...wish, id: 'east', name: '华东', parentId: 'sales' }, 9);
  expect(again.find(({ id }) => id === 'east')).not.toHaveProperty('closed');
});

/** Any row of changes that the law lets pass. */
const change = fc.record({
  id: fc.constantFrom('sales', 'east', 'service', 'new'),
  name: fc.constantFrom('甲', '乙', '丙', '丁'),
  parentId: fc.constantFrom('company', 'sales', 'east', 'service', 'new'),
  closed: fc.boolean(),
  from: fc.integer({ min: 1, max: 40 }),
});

it('whatever is changed, the days before it stay as they were and every path ends at the root', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let departments = some;
      for (const { from, ...asked } of changes) {
        const made = changeDepartment(departments, asked, day(from));
        if (!made.ok) continue;
        const [had, has] = [departmentTree(departments), departmentTree(made.value)];
        for (const { id } of departments)
          for (let n = 0; n < from; n += 1) {
            expect(has.pathToRoot(id, day(n))).toEqual(had.pathToRoot(id, day(n)));
            const of = (all: readonly Department[]) => all.find((one) => one.id === id) as Department;
            expect(departmentOn(of(made.value), day(n)).name).toBe(
              departmentOn(of(departments), day(n)).name,
            );
          }
        departments = made.value;
        const is = departments.find(({ id }) => id === asked.id) as Department;
        expect(departmentOn(is, day(50))).toMatchObject({ name: asked.name, parentId: asked.parentId });
        for (const { id } of departments)
          for (let n = from; n < 45; n += 4) expect(has.pathToRoot(id, day(n)).at(-1)).toBe('company');
      }
    }),
    { numRuns: 200 },
  );
});
