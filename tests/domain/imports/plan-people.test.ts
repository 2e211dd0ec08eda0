import { departmentNames } from '@domain/imports/department-names';
import { PEOPLE_COLUMNS, type PeopleTitle } from '@domain/imports/people-columns';
import { type KnownPerson, type PeopleDesk, planPerson } from '@domain/imports/plan-people';
import { twins } from '@domain/imports/planned-row';
import { readDate } from '@domain/imports/read-date';
import type { Department } from '@domain/people/department';
import { checkCharacter } from '@domain/people/id-number';
import { dateOfDayNumber, localDateOf } from '@domain/time/local-date';
import * as fc from 'fast-check';

const DEPARTMENTS = [
  { id: 'root', name: '小满工坊', parentId: null },
  { id: 'product', name: '产品部', parentId: 'root' },
  { id: 'sales', name: '销售部', parentId: 'root' },
  { id: 'product-1', name: '一组', parentId: 'product' },
  { id: 'sales-1', name: '一组', parentId: 'sales' },
  { id: 'old', name: '老部门', parentId: 'root', closed: true },
];
const NAMES = departmentNames(DEPARTMENTS);

const idNumber = (seventeen: string): string => seventeen + checkCharacter(seventeen);
const HERS = idNumber('99999919900307123');
const OTHER = idNumber('99999919900307456');

const FANG: KnownPerson = {
  name: '王芳',
  branchId: 'sh',
  hireDate: localDateOf('2025-01-06'),
  lastDay: null,
  departmentIds: ['product-1'],
  postId: null,
  postName: '专员',
  contract: { kind: 'fixed', from: '2025-01-06', to: '2028-01-05' },
  probationEnd: null,
  phone: { masked: '138****0001', is: (text) => text === '13800000001' },
  idNumber: { masked: '999***********1234', is: (text) => text === HERS },
  shut: null,
};

const desk = (more: Partial<PeopleDesk> = {}): PeopleDesk => ({
  today: localDateOf('2026-03-09'),
  ownBranchId: null,
  departments: NAMES,
  posts: [
    { id: 'dev', name: '工程师' },
    { id: 'gone', name: '打字员', closed: true },
  ],
  branches: [
    { id: 'sh', name: '上海' },
    { id: 'sz', name: '苏州' },
  ],
  person: (number) => (number === 'E1' ? FANG : null),
  idNumberOf: (text) => (text === OTHER ? '和李明（E2）的相同' : null),
  ...more,
});

const NEW: Partial<Record<PeopleTitle, string>> = {
  姓名: '李明',
  工号: 'E9',
  部门: '产品部/一组',
  机构: '上海',
  入职日期: '2026/3/1',
};

const plan = (row: Partial<Record<PeopleTitle, string>>, at = desk()) =>
  planPerson(
    PEOPLE_COLUMNS.map(({ title }) => row[title] ?? ''),
    at,
  );

const problems = (row: Partial<Record<PeopleTitle, string>>, at = desk()): readonly string[] => {
  const planned = plan(row, at);
  return planned.becomes === 'wrong'
    ? planned.problems.map(({ title, text }) => `${title}：${text}`)
    : [planned.becomes];
};

describe('a row of somebody new', () => {
  it('becomes a person with what is usual where cells are empty', () => {
    expect(
      plan({ ...NEW, 岗位: '工程师', 手机: '+86 138-0000-0009', 合同结束日期: '2029年2月28日' }),
    ).toEqual({
      becomes: 'added',
      entry: {
        name: '李明',
        branchId: 'sh',
        hireDate: '2026-03-01',
        departmentIds: ['product-1'],
        postId: 'dev',
        contract: { kind: 'fixed', from: '2026-03-01', to: '2029-02-28' },
        probationEnd: null,
        phone: '13800000009',
        idNumber: null,
      },
    });
  });

  it.each<readonly [Partial<Record<PeopleTitle, string>>, readonly string[]]>([
    [{}, ['工号：请填写', '姓名：请填写']],
    [{ ...NEW, 姓名: '', 部门: '', 入职日期: '' }, ['姓名：请填写', '部门：请填写', '入职日期：请填写']],
    [{ ...NEW, 工号: 'E 9' }, ['工号：工号用字母、数字、短横线，最多 32 位']],
    [{ ...NEW, 手机: '1380000' }, ['手机：不是 11 位手机号']],
    [
      { ...NEW, 身份证号: '310101199003071' + '000' },
      ['身份证号：末三位成了 000：Excel 把它当成数字了，请把这一列设为文本再填'],
    ],
    [{ ...NEW, 身份证号: '310101900307123' }, ['身份证号：请填 18 位身份证号']],
    [{ ...NEW, 身份证号: OTHER }, ['身份证号：和李明（E2）的相同']],
    [{ ...NEW, 部门: '一组' }, ['部门：有几个部门都叫“一组”，请写成“上级部门/一组”']],
    [{ ...NEW, 部门: '老部门' }, ['部门：没有叫“老部门”的部门']],
    [{ ...NEW, 岗位: '打字员' }, ['岗位：没有叫“打字员”的岗位']],
    [{ ...NEW, 机构: '' }, ['机构：请填写机构']],
    [{ ...NEW, 入职日期: '2026-02-30' }, ['入职日期：“2026-02-30”不是日期，请写成 2026-03-09 这样']],
    [
      { ...NEW, 合同结束日期: '2025-01-01', 试用期止: '2025-01-01' },
      ['合同结束日期：早于合同开始的 2026-03-01', '试用期止：早于入职的 2026-03-01'],
    ],
  ])('names every wrong cell: %j', (row, expected) => {
    expect(problems(row)).toEqual(expected);
  });

  it('goes into the own branch of a branch’s HR, and into no other', () => {
    const own = desk({ ownBranchId: 'sz' });
    expect(plan({ ...NEW, 机构: '' }, own)).toMatchObject({ becomes: 'added', entry: { branchId: 'sz' } });
    expect(problems(NEW, own)).toEqual(['机构：不是你负责的机构']);
  });
});

describe('a row of somebody known', () => {
  it('as an export gives it changes nothing, masked numbers and unlisted posts included', () => {
    const row = {
      姓名: '王芳',
      工号: 'E1',
      手机: '138****0001',
      身份证号: '999***********1234',
      部门: '产品部/一组',
    };
    const terms = {
      岗位: '专员',
      机构: '上海',
      入职日期: '2025-01-06',
      合同开始日期: '2025-01-06',
      合同结束日期: '2028-01-05',
    };
    expect(plan({ ...row, ...terms })).toEqual({ becomes: 'same' });
    expect(plan({ 工号: 'E1', 手机: '13800000001', 身份证号: HERS })).toEqual({ becomes: 'same' });
  });

  it('says what becomes what; a new number shows though it looks alike behind its stars', () => {
    const planned = plan({
      工号: 'E1',
      姓名: '王芳芳',
      部门: '销售部',
      手机: '13899990001',
      合同结束日期: '无固定期限',
    });
    expect(planned).toEqual({
      becomes: 'changed',
      changes: [
        { title: '姓名', from: '王芳', to: '王芳芳' },
        { title: '手机', from: '138****0001', to: '138****0001' },
        { title: '部门', from: '产品部/一组', to: '销售部' },
        { title: '合同结束日期', from: '2028-01-05', to: '无固定期限' },
      ],
      patch: {
        name: '王芳芳',
        place: { departmentIds: ['sales'], postId: null },
        contract: { kind: 'open', from: '2025-01-06', to: null },
        phone: '13899990001',
      },
    });
  });

  it('is refused where the change belongs elsewhere, and where the person is out of reach', () => {
    expect(problems({ 工号: 'E1', 机构: '苏州', 入职日期: '2025-02-01' })).toEqual([
      '机构：档案里是“上海”，调动请在员工档案里办理',
      '入职日期：档案里是 2025-01-06，更正请在员工档案里做',
    ]);
    const left = desk({ person: () => ({ ...FANG, lastDay: localDateOf('2026-03-08') }) });
    expect(problems({ 工号: 'E1', 姓名: '王' }, left)).toEqual([
      '工号：这个工号的员工已离职，返聘请用新工号',
    ]);
    const shut = desk({ person: () => ({ ...FANG, shut: '工号已有人使用' }) });
    expect(problems({ 工号: 'E1' }, shut)).toEqual(['工号：工号已有人使用']);
  });
});

it('every name that a department is given in a file leads back to it', () => {
  // Brothers have different names: two of one name below one department are one.
  const tree = fc
    .array(fc.record({ name: fc.constantFrom('一组', '二组', '产品部', '销售部'), parent: fc.nat() }), {
      minLength: 1,
      maxLength: 12,
    })
    .map((all) =>
      all.reduce<readonly Department[]>((made, { name, parent }, n) => {
        const parentId = made[parent % (made.length || 1)]?.id ?? null;
        const isTwin = made.some((one) => one.name === name && one.parentId === parentId);
        return isTwin ? made : [...made, { id: String(n), name, parentId }];
      }, []),
    );
  fc.assert(
    fc.property(tree, (departments) => {
      const names = departmentNames(departments);
      for (const { id } of departments) expect(names.idOf(names.nameOf(id))).toEqual({ id });
    }),
  );
});

it('days are read in every way that people write them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(4), (number, way) => {
      const day = dateOfDayNumber(number);
      const [year, month, date] = day.split('-').map(Number);
      const written = [
        day,
        `${year}/${month}/${date}`,
        `${year}.${month}.${date}`,
        `${year}年${month}月${date}日`,
        day.replaceAll('-', ''),
      ];
      expect(readDate(written[way] ?? '')).toBe(day);
    }),
  );
  expect(['2026-13-01', '3/9/2026', '2026-02-29', '明天', ''].map(readDate)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('rows with the same name hear of each other', () => {
  const rows = ['E1', 'E2', 'E1', '', '', 'E1'].map((name, index) => ({ row: index + 2, name }));
  expect([...twins(rows)]).toEqual([
    [4, 2],
    [2, 4],
    [7, 2],
  ]);
});
