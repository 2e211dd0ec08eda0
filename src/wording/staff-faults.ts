import type { StaffFault, StaffField } from '@domain/people/staff-entry';

const FIELDS: { readonly [Field in StaffField]: string } = {
  name: '姓名',
  branch: '所属机构',
  hireDate: '入职日期',
  departments: '部门',
  post: '岗位',
  contractFrom: '合同开始日',
  contractTo: '合同到期日',
  probationEnd: '试用期结束日',
  phone: '手机号',
  idNumber: '证件号码',
  from: '生效日期',
  to: '兼职结束日',
};

const FAULTS: { readonly [Fault in StaffFault]: string } = {
  missing: '还没有填',
  'too-long': '太长，最多 30 个字',
  'not-a-day': '不是一个日期',
  unknown: '已经不在了，请刷新后再选',
  closed: '已停用，请另选',
  'too-many': '太多，最多 5 个',
  'before-hire': '早于入职日期',
  'before-start': '早于开始日期',
  'too-far-back': '最多往前一年',
  'bad-format': '格式不对，请核对每一位',
};

/** One thing wrong with somebody's file: '证件号码格式不对，请核对每一位'. */
export const staffFaultText = (field: StaffField, why: StaffFault): string =>
  `${FIELDS[field]}${FAULTS[why]}`;
