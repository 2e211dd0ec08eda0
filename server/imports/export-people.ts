import { departmentNames } from '@domain/imports/department-names';
import { PEOPLE_COLUMNS, type PeopleTitle } from '@domain/imports/people-columns';
import { decidingAssignments } from '@domain/people/person';
import { organisation, personOf, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { personnel, type PersonnelFile } from '../repositories/personnel';
import { type Exporter, noParts } from '../spreadsheets/exporter';
import type { Cell } from '../spreadsheets/write-workbook';

/** People and their files in one read each. */
const PEOPLE_A_PART = 500;

const WIDTHS: Partial<Record<PeopleTitle, number>> = { 身份证号: 22, 手机: 16, 部门: 24, 岗位: 16, 机构: 16 };

const SHEET = {
  name: '员工',
  // Dates too are text: what Excel makes of a typed date depends on the computer.
  columns: PEOPLE_COLUMNS.map(({ title }) => ({ title, width: WIDTHS[title] ?? 14, isText: true })),
};

export const peopleTemplate: Exporter<'peopleTemplate'> = async () => ({
  fileName: '员工导入模板.xlsx',
  sheets: [SHEET],
  total: 0,
  parts: noParts,
});

/** Who is employed, as an import would read it again; phones and ID numbers are masked, which an import leaves alone. */
export const people: Exporter<'people'> = async (ports, by) => {
  const org = await organisation(ports);
  const today = todayIn(org.zone, ports.clock.now());
  const groupWide = by.roles.includes('hr') || by.roles.includes('admin');
  const all = await employments.all(ports.database);
  const own = all.filter(
    ({ branchId, lastDay }) =>
      (groupWide || branchId === by.branchId) && (lastDay === null || lastDay >= today),
  );
  const names = departmentNames(org.published.departments);
  const cellsOf = (one: Employment, file: PersonnelFile | undefined): Record<PeopleTitle, Cell> => {
    const [main] = decidingAssignments(personOf(one), today > one.hireDate ? today : one.hireDate);
    return {
      姓名: one.name,
      工号: one._id,
      手机: file?.phone?.masked ?? '',
      身份证号: file?.idNumber?.masked ?? '',
      部门: names.nameOf(main?.departmentIds[0] ?? ''),
      岗位: file?.postName ?? '',
      机构: org.branchName(one.branchId),
      入职日期: one.hireDate,
      合同开始日期: file?.contract.from ?? '',
      合同结束日期: file?.contract.to ?? '',
      试用期止: file?.probationEnd ?? '',
    };
  };
  return {
    fileName: `员工名单 ${today}.xlsx`,
    sheets: [SHEET],
    total: own.length,
    parts: (after) => partsOf(ports, own, after, cellsOf),
  };
};

async function* partsOf(
  { database }: Ports,
  people: readonly Employment[],
  after: string | null,
  cellsOf: (one: Employment, file: PersonnelFile | undefined) => Record<PeopleTitle, Cell>,
) {
  const from = after === null ? 0 : people.findIndex(({ _id }) => _id > after);
  for (let at = from; at >= 0 && at < people.length; at += PEOPLE_A_PART) {
    const part = people.slice(at, at + PEOPLE_A_PART);
    const files = await personnel.ofIds(
      database,
      part.map(({ _id }) => _id),
    );
    const byId = new Map(files.map((file) => [file._id, file]));
    yield {
      rows: part.map((one) => {
        const cells = cellsOf(one, byId.get(one._id));
        return { sheet: 0, cells: PEOPLE_COLUMNS.map(({ title }) => cells[title]) };
      }),
      done: at + part.length,
      after: part.at(-1)?._id ?? '',
    };
  }
}
