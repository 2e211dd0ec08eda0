import { isIdNumber } from '../people/id-number';
import { plainNumber } from '../people/staff-entry';
import type { LocalDate } from '../time/local-date';
import type { DepartmentNames } from './department-names';
import { PEOPLE_COLUMNS, type PeopleTitle } from './people-columns';
import type { RowProblem } from './planned-row';
import { readDate } from './read-date';

/** What can be named in a file of people. */
export interface KnownNames {
  readonly departments: DepartmentNames;
  readonly posts: readonly Named[];
  readonly branches: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly closed?: boolean;
}

/** A row as far as it can be read by itself; null: the cell is empty. */
export interface PeopleRow {
  readonly name: string | null;
  readonly number: string | null;
  readonly phone: string | null;
  readonly idNumber: string | null;
  readonly departmentIds: readonly string[] | null;
  readonly postId: string | null;
  /** As it is written: somebody may hold a post of which the company keeps no list. */
  readonly postText: string | null;
  readonly branchId: string | null;
  readonly hireDate: LocalDate | null;
  readonly contractFrom: LocalDate | null;
  /** 'open': written out that the term has no end. */
  readonly contractTo: LocalDate | 'open' | null;
  readonly probationEnd: LocalDate | null;
}

const NUMBER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;
const PHONE = /^1\d{10}$/;
const LONGEST_NAME = 30;
const OPEN_TERM = /^(无固定期限|长期|无)$/;
/** As an export shows what it does not show: left alone. */
const MASKED = /\*{4,}/;
const DATES = '请写成 2026-03-09 这样';

/** Reads the cells of one row, in the order of PEOPLE_COLUMNS, and says what is wrong with each. */
export function readPeopleRow(
  cells: readonly string[],
  known: KnownNames,
): { readonly row: PeopleRow; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const cell = (title: PeopleTitle): string | null =>
    cells[PEOPLE_COLUMNS.findIndex((column) => column.title === title)] || null;
  const wrong = (title: PeopleTitle, text: string): null => {
    problems.push({ title, text });
    return null;
  };
  const checked = (title: PeopleTitle, isRight: (text: string) => boolean, text: string): string | null => {
    const found = cell(title);
    return found === null || isRight(found) ? found : wrong(title, text);
  };
  const secret = (title: PeopleTitle, isRight: (text: string) => boolean, text: string): string | null => {
    const found = cell(title);
    if (found === null || MASKED.test(found)) return null;
    const plain = plainNumber(found).replace(/^\+?86(?=1\d{10}$)/, '');
    return isRight(plain) ? plain : wrong(title, text);
  };
  const day = (title: PeopleTitle): LocalDate | null => {
    const found = cell(title);
    return found === null ? null : (readDate(found) ?? wrong(title, `“${found}”不是日期，${DATES}`));
  };
  const named = (title: PeopleTitle, choices: readonly Named[], what: string): string | null => {
    const found = cell(title);
    if (found === null) return null;
    const open = choices.filter(({ name, closed }) => name === found && !closed);
    if (open.length === 0) return wrong(title, `没有叫“${found}”的${what}`);
    return open.length === 1 ? (open[0]?.id ?? null) : wrong(title, `有几个${what}都叫“${found}”`);
  };
  const row: PeopleRow = {
    name: checked('姓名', (text) => text.length <= LONGEST_NAME, `姓名最多 ${LONGEST_NAME} 个字`),
    number: checked('工号', (text) => NUMBER.test(text), '工号用字母、数字、短横线，最多 32 位'),
    phone: secret('手机', (text) => PHONE.test(text), '不是 11 位手机号'),
    idNumber: secret('身份证号', isIdNumber, idNumberFault(cell('身份证号') ?? '')),
    departmentIds: departmentsOf(cell('部门'), known.departments, (text) => wrong('部门', text)),
    postId: named('岗位', known.posts, '岗位'),
    postText: cell('岗位'),
    branchId: named('机构', known.branches, '机构'),
    hireDate: day('入职日期'),
    contractFrom: day('合同开始日期'),
    contractTo: OPEN_TERM.test(cell('合同结束日期') ?? '') ? 'open' : day('合同结束日期'),
    probationEnd: day('试用期止'),
  };
  return { row, problems };
}

/** Excel keeps fifteen digits of a number. */
const idNumberFault = (text: string): string =>
  /^\d{15}000$/.test(text)
    ? '末三位成了 000：Excel 把它当成数字了，请把这一列设为文本再填'
    : text.length === 15
      ? '请填 18 位身份证号'
      : '身份证号的位数或校验位不对，请核对';

function departmentsOf(
  text: string | null,
  departments: DepartmentNames,
  wrong: (text: string) => null,
): readonly string[] | null {
  if (text === null) return null;
  const ids: string[] = [];
  for (const name of text.split(/[、,，;；]/).map((part) => part.trim())) {
    const found = departments.idOf(name);
    if (found === 'none') return wrong(`没有叫“${name}”的部门`);
    if (found === 'several') return wrong(`有几个部门都叫“${name}”，请写成“上级部门/${name}”`);
    ids.push(found.id);
  }
  return [...new Set(ids)];
}
