import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { CompanyView, StaffFileView, StaffList } from '@contract/contract';
import { CompanyDesk } from '@/features/people/company-desk';
import { PeopleList } from '@/features/people/people-list';
import { StaffFile } from '@/features/people/staff-file';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const list: StaffList = {
  rows: [
    {
      employmentId: 'E003',
      name: '王芳',
      departmentName: '产品部',
      branchName: '上海',
      postName: '工程师',
      rolesText: '人事',
      tone: 'ok',
      stateText: '在职',
    },
  ],
  today: '2026-03-09',
  departments: [
    { id: 'company', name: '公司', depth: 0 },
    { id: 'product', name: '产品部', depth: 1 },
  ],
  branches: [{ id: 'shanghai', name: '上海' }],
  posts: [{ id: 'engineer', name: '工程师' }],
  next: 'E003',
};

const file: StaffFileView = {
  employmentId: 'E003',
  name: '王芳',
  revision: 4,
  changedText: null,
  today: '2026-03-09',
  tone: 'ok',
  stateText: '在职',
  branch: { id: 'shanghai', name: '上海' },
  hireDate: '2025-01-06',
  lastDay: null,
  contract: { kind: 'fixed', from: '2025-01-06', to: '2028-01-05' },
  probationEnd: null,
  phone: '138****1234',
  idNumber: null,
  assignments: [
    {
      from: '2025-01-06',
      to: null,
      main: true,
      departmentIds: ['product'],
      postId: 'engineer',
      text: '产品部 · 工程师',
      spanText: '2025-01-06 起',
      when: 'now',
    },
  ],
  roles: [{ role: 'it', branchId: null, title: 'IT', mayTake: true }],
  rolesToGive: [{ role: 'finance', branchId: null, title: '财务' }],
  wechat: { bound: false, mayUnbind: false, mayInvite: true },
  assets: [],
  leavingCaseId: null,
  seesBalances: true,
  mayMoveBranch: true,
  changes: [{ whenText: '3月9日 周一 08:00', byName: '刘静', what: '更新手机号', reason: null }],
  departments: list.departments,
  branches: list.branches,
  posts: list.posts,
};

const company: CompanyView = {
  revision: 7,
  companyName: '公司',
  today: '2026-03-09',
  mayEdit: true,
  me: { employmentId: 'E001', name: '刘静' },
  departments: [
    { id: 'company', name: '公司', parentId: null, depth: 0, head: null, closed: false, plannedText: null },
    {
      id: 'product',
      name: '产品部',
      parentId: 'company',
      depth: 1,
      head: { employmentId: 'E003', name: '王芳' },
      closed: false,
      plannedText: '3月20日 周五起在“公司”下，名称“产品一部”',
    },
  ],
  branches: [{ id: 'shanghai', name: '上海', closed: false }],
  posts: [],
  changes: [],
};

interface Asked {
  readonly procedure: string;
  readonly input: unknown;
}
let asked: Asked[] = [];
let answers: Record<string, (input: never) => unknown> = {};
const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const type = (id: string, value: string) =>
  act(async () => void fireEvent.change(byId(id) as HTMLElement, { target: { value } }));
const there = (id: string) => waitFor(() => expect(byId(id)).not.toBeNull());
const lastOf = (procedure: string) =>
  asked.filter((one) => one.procedure === procedure).at(-1)?.input as Record<string, unknown>;
const says = (value: unknown) => () => ({ ok: true, value });
const refuses = (code: string, facts: object) => () => ({ ok: false, refusal: { code, facts } });

beforeEach(() => {
  resetPhone();
  asked = [];
  phone.router = { path: '/hr/people-file/index', params: { person: 'E003' } };
  answers = { 'staff.list': says(list), 'staff.file': says(file), 'company.view': says(company) };
  phone.answer = async (call) => {
    asked.push(call);
    return { result: answers[call.procedure]?.(call.input as never) };
  };
});
afterEach(cleanup);

describe('the list', () => {
  it('shows who somebody is, reads on below, and opens a file', async () => {
    render(<PeopleList />);
    await there('person-E003');
    expect(textOf('person-E003')).toBe('王芳产品部 · 工程师 · 上海 · 人事在职');
    answers['staff.list'] = says({ ...list, rows: [{ ...list.rows[0], employmentId: 'E004' }], next: null });
    await tap('people-more');
    await there('person-E004');
    expect(byId('person-E003')).not.toBeNull();
    expect(lastOf('staff.list').after).toBe('E003');
    await tap('person-E003');
    expect(phone.routes.at(-1)).toBe('open /hr/people-file/index?person=E003');
  });

  it('filters by what is tapped, and says when nobody is there', async () => {
    render(<PeopleList />);
    await there('person-E003');
    answers['staff.list'] = says({ ...list, rows: [], next: null });
    await tap('people-left');
    await there('people-nobody');
    expect(lastOf('staff.list').state).toBe('left');
  });

  it('adds somebody: wrong fields are named and what was typed stays', async () => {
    answers['staff.add'] = refuses('staff.invalid', {
      problems: [{ field: 'departments', why: 'missing' }],
    });
    render(<PeopleList />);
    await there('person-E003');
    await tap('people-add');
    await type('add-name-input', '林远');
    await tap('add-send');
    await there('people-stuck');
    expect(textOf('people-stuck')).toContain('部门还没有填');
    expect((byId('add-name-input') as HTMLInputElement).value).toBe('林远');
    answers['staff.add'] = says({ employmentId: 'E999' });
    await tap('add-send');
    expect(phone.routes.at(-1)).toBe('open /hr/people-file/index?person=E999');
  });

  it('a list that cannot be read says so and can be asked again', async () => {
    answers['staff.list'] = () => ({ ok: false, fault: { id: 'f-1' } });
    render(<PeopleList />);
    await there('people-trouble');
    answers['staff.list'] = says(list);
    await tap('people-trouble-again');
    await there('person-E003');
  });
});

describe('a file', () => {
  const open = async () => {
    render(<StaffFile />);
    await there('file-head');
  };

  it('whoever was second sees what stands now, keeps what he typed, and can save it knowingly', async () => {
    await open();
    await tap('file-numbers-edit');
    await type('edit-phone-input', '13900000002');
    answers['staff.change'] = refuses('staff.changed-meanwhile', { byName: '董文', at: '3月9日 周一 09:00' });
    answers['staff.file'] = says({ ...file, revision: 5, phone: '139****0001' });
    await tap('edit-send');
    await there('edit-clash');
    expect(textOf('edit-clash')).toContain('董文 在 3月9日 周一 09:00 改过这份档案');
    expect(textOf('edit-clash')).toContain('现在是：手机 139****0001');
    expect((byId('edit-phone-input') as HTMLInputElement).value).toBe('13900000002');
    answers['staff.change'] = says({ ...file, revision: 6 });
    await tap('edit-send');
    expect(lastOf('staff.change')).toMatchObject({
      seenRevision: 5,
      part: { kind: 'numbers', phone: '13900000002' },
    });
    expect(lastOf('staff.change').part).not.toHaveProperty('idNumber');
    expect(byId('edit-sheet')).toBeNull();
  });

  it('a move begins with where somebody is today, and a concurrent post stands beside', async () => {
    await open();
    await tap('file-place-edit');
    await tap('edit-concurrent-add');
    answers['staff.change'] = says(file);
    await tap('edit-send');
    expect(lastOf('staff.change').part).toEqual({
      kind: 'place',
      from: '2026-03-09',
      main: { departmentIds: ['product'], postId: 'engineer' },
      concurrent: [{ departmentIds: [], postId: null, to: null }],
    });
  });

  it('a role is taken back only after a question', async () => {
    await open();
    await tap('role-take-it-all');
    expect(lastOf('staff.role')).toBeUndefined();
    answers['staff.role'] = says({ ...file, roles: [] });
    await tap('role-ask-yes');
    expect(lastOf('staff.role')).toMatchObject({ role: 'it', branchId: null, give: false });
    expect(textOf('file-roles')).toContain('普通员工');
  });

  it('an invitation is shown once, can be copied, and its card opens the form with the code', async () => {
    answers['invitation.issue'] = says({
      code: 'ABCD-EFGH-JKMNP',
      expiresAt: 1,
      expiresAtText: '3月12日 周四 08:00',
    });
    await open();
    await tap('file-invite');
    await there('file-code');
    expect(textOf('file-code')).toContain('ABCD-EFGH-JKMNP');
    await tap('file-copy');
    expect(phone.copied).toContain('ABCD-EFGH-JKMNP');
    expect(phone.card?.().path).toBe('/pages/bind/index?code=ABCD-EFGH-JKMNP');
  });

  it('parting from a WeChat needs a reason', async () => {
    answers['staff.file'] = says({ ...file, wechat: { bound: true, mayUnbind: true, mayInvite: false } });
    await open();
    await tap('file-unbind');
    await tap('unbind-send');
    expect(lastOf('staff.unbind')).toBeUndefined();
    await type('unbind-reason', '手机丢了');
    answers['staff.unbind'] = says(file);
    await tap('unbind-send');
    expect(lastOf('staff.unbind')).toMatchObject({ employmentId: 'E003', reason: '手机丢了' });
    expect(byId('unbind-sheet')).toBeNull();
    expect(byId('file-invite')).not.toBeNull();
  });
});

describe('the organisation', () => {
  it('shows heads and what is planned; a change names the version that was seen', async () => {
    render(<CompanyDesk />);
    await there('department-product');
    expect(textOf('department-product')).toContain('负责人 王芳');
    expect(textOf('department-product')).toContain('3月20日');
    await tap('department-product');
    await type('unit-name-input', '产品二部');
    await tap('unit-head-none');
    await tap('unit-head-me');
    answers['company.change'] = refuses('company.changed-meanwhile', { byName: '董文', at: '刚才' });
    await tap('unit-send');
    expect(textOf('people-stuck')).toContain('董文 在 刚才 改过这一项');
    expect((byId('unit-name-input') as HTMLInputElement).value).toBe('产品二部');
    expect(lastOf('company.change')).toMatchObject({
      seenRevision: 7,
      unit: { kind: 'department', id: 'product', name: '产品二部', headId: 'E001', from: '2026-03-09' },
    });
  });

  it('whoever may not change it only looks', async () => {
    answers['company.view'] = says({ ...company, mayEdit: false });
    render(<CompanyDesk />);
    await there('company-read-only');
    expect(byId('department-add')).toBeNull();
    await tap('department-product');
    expect(byId('unit-sheet')).toBeNull();
  });
});
