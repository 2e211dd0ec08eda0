import type { Role } from '../../contract/roles';

/** How somebody of the demo company tends to punch. */
export type Habit = 'perfect' | 'punctual' | 'often-late' | 'forgetful' | 'late-worker' | 'early-leaver';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly branchId: string;
  readonly postId: string;
  readonly roles: readonly Role[];
  readonly habit: Habit;
  /** Unbound people have an invitation code waiting in the panel. */
  readonly bound: boolean;
}

const of =
  (departmentId: string, branchId: string, prefix: string) =>
  (
    n: number,
    name: string,
    postId: string,
    habit: Habit,
    roles: readonly Role[] = [],
    bound = true,
  ): DemoPerson => ({
    id: `${prefix}${String(n).padStart(2, '0')}`,
    name,
    departmentId,
    branchId,
    postId,
    roles: ['employee', ...roles],
    habit,
    bound,
  });

const product = of('product', 'shanghai', 'P');
const service = of('service', 'shanghai', 'S');
const plant = of('plant', 'suzhou', 'M');
const night = of('night-team', 'suzhou', 'N');

/** Twenty-four people: three departments, a night-shift team inside one of them, two branches. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  product(1, '王芳', 'lead', 'punctual', ['leader']),
  product(2, '李明', 'engineer', 'late-worker'),
  product(3, '陈思远', 'engineer', 'often-late'),
  product(4, '欧阳若曦', 'designer', 'perfect'),
  product(5, '赵一鸣', 'engineer', 'forgetful'),
  product(6, '孙䶮', 'engineer', 'punctual', ['it']),
  product(7, '周可心', 'designer', 'late-worker'),
  product(8, '吴越', 'engineer', 'punctual', [], false),
  service(1, '刘静', 'lead', 'punctual', ['leader', 'hr']),
  service(2, '张伟', 'agent', 'often-late'),
  service(3, '杨柳', 'agent', 'punctual', ['admin']),
  service(4, '黄蓉', 'agent', 'early-leaver'),
  service(5, '徐静怡', 'agent', 'perfect', ['finance']),
  service(6, '朱莉', 'agent', 'forgetful'),
  service(7, '林晓峰', 'agent', 'punctual', [], false),
  plant(1, '高志强', 'lead', 'punctual', ['leader', 'branch-hr']),
  plant(2, '马国庆', 'operator', 'punctual'),
  plant(3, '何秀英', 'operator', 'perfect'),
  plant(4, '罗建军', 'operator', 'often-late'),
  plant(5, '阿卜杜热西提·买买提', 'operator', 'punctual'),
  night(1, '宋立新', 'lead', 'punctual', ['leader']),
  night(2, '唐小雨', 'operator', 'forgetful'),
  night(3, '韩冰', 'operator', 'punctual'),
  night(4, '冯大海', 'operator', 'early-leaver'),
];

export const openidOf = (person: DemoPerson): string => `demo-openid-${person.id}`;

/** Who leads: HR's leader stands in for the company until it has a head of its own. */
export const DEMO_HEADS: Readonly<Record<string, string>> = {
  company: 'S01',
  product: 'P01',
  service: 'S01',
  plant: 'M01',
  'night-team': 'N01',
};

export const DEMO_GRANTS = [
  { role: 'hr', personId: 'S01', branchId: null },
  { role: 'branch-hr', personId: 'M01', branchId: 'suzhou' },
  { role: 'branch-hr', personId: 'S01', branchId: 'shanghai' },
  { role: 'finance', personId: 'S05', branchId: null },
  { role: 'it', personId: 'P06', branchId: null },
  { role: 'admin', personId: 'S03', branchId: null },
];
