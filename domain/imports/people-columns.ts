import type { TableColumn } from '../spreadsheets/table';

/** The columns of a list of employees, in this order in templates and exports; in a file they may stand otherwise. */
export const PEOPLE_COLUMNS = [
  { title: '姓名', required: true },
  { title: '工号', required: true, also: ['员工编号'] },
  { title: '手机', required: false, also: ['手机号', '手机号码'] },
  { title: '身份证号', required: false, also: ['身份证号码', '身份证'] },
  { title: '部门', required: true },
  { title: '岗位', required: false, also: ['职位', '职务'] },
  { title: '机构', required: false, also: ['所属机构'] },
  { title: '入职日期', required: true },
  { title: '合同开始日期', required: false, also: ['合同起'] },
  { title: '合同结束日期', required: false, also: ['合同止'] },
  { title: '试用期止', required: false, also: ['试用期结束日期'] },
] as const satisfies readonly TableColumn[];

export type PeopleTitle = (typeof PEOPLE_COLUMNS)[number]['title'];
