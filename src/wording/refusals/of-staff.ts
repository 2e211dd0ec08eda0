import type { StaffFault, StaffField } from '@domain/people/staff-entry';
import type { RefusalFacts } from '@contract/refusals';
import { staffFaultText } from '../staff-faults';
import type { CodesOf, Wording } from './wording';

const UNIT_FAULTS: {
  readonly [Why in RefusalFacts['company.invalid']['why']]: (names: string) => string;
} = {
  'name-taken': (names) => `同一级已经有“${names}”了，换个名称`,
  'parent-unknown': () => '上级部门已经不在了，请刷新后再选',
  'parent-closed': (names) => `上级“${names}”已停用，请换一个上级`,
  circle: () => '不能放到自己或自己的下级下面',
  'has-children': (names) => `下面还有部门：${names}。先停用或移走它们`,
  'has-people': (names) => `还有人在这里：${names}。先把他们调走，再停用`,
  'head-gone': (names) => `${names}已经离职，请另选一位负责人`,
  past: () => '生效日期不能早于今天',
};

const ROLE_FAULTS: { readonly [Why in RefusalFacts['staff.role-refused']['why']]: string } = {
  'not-yours': '这位员工由其他机构的人事负责',
  'above-you': '对方的权限比你高，或者你要给的权限比你的高。请找管理员处理',
  'other-branch': '这个权限只能给本机构的人',
  'last-admin': '这是最后一位管理员。先给另一位同事管理员权限，再收回这一位的',
  'role-first': '对方还是分支人事或持有本机构的权限。先收回，再调整所属机构',
  oneself: '不能给自己解绑。请另一位人事操作',
};

/** What HR cannot do to people or to the organisation just now: what is so, and the next step. */
export const ofStaff: Wording<CodesOf<'company' | 'staff'>> = {
  'company.invalid': ({ why, names }) => ({ text: UNIT_FAULTS[why](names.join('、')) }),
  'company.changed-meanwhile': ({ byName, at }) => ({
    text: `${byName} 在 ${at} 改过这一项。你写的还在，先看看现在的样子，再决定要不要保存`,
  }),
  'staff.invalid': ({ problems }) => ({
    text: problems
      .map(({ field, why }: { readonly field: StaffField; readonly why: StaffFault }) =>
        staffFaultText(field, why),
      )
      .join('；'),
  }),
  'staff.changed-meanwhile': ({ byName, at }) => ({
    text: `${byName} 在 ${at} 改过这份档案。你写的还在，先看看对方改了什么，再决定要不要保存`,
  }),
  'staff.id-number-taken': ({ name }) => ({
    text:
      name === null
        ? '这个证件号码已经登记在其他机构的一位员工名下，请联系总部人事'
        : `这个证件号码已经登记在 ${name} 名下`,
  }),
  'staff.role-refused': ({ why }) => ({ text: ROLE_FAULTS[why] }),
  'staff.not-bound': () => ({ text: '这位员工现在没有绑定微信，可以直接生成邀请码' }),
};
