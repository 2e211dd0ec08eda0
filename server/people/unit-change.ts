import { changeDepartment } from '@domain/people/change-department';
import { departmentOn } from '@domain/people/department';
import { ok, refuse, type Result } from '@domain/result';
import type { LocalDate } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import type { RefusalFacts } from '@contract/refusals';
import { hasLeft } from '../has-left';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import type { OrganisationDocument } from '../repositories/organisations';
import type { RefusalOf } from '../use-case';

export type Unit = InputOf<'company.change'>['unit'];
type Invalid = RefusalOf<'company.invalid'>;

const MOST_NAMES = 5;

export const unitKey = ({ kind, id }: Unit): string => `${kind}:${id}`;

const no = (why: RefusalFacts['company.invalid']['why'], names: readonly string[] = []) =>
  refuse('company.invalid', { why, names: names.slice(0, MOST_NAMES) });

/** All that a version says about one unit, to see whether somebody changed it meanwhile. */
export function asItStands(
  { departments, heads, branches, posts = [] }: OrganisationDocument,
  unit: Unit,
): string {
  const list = { department: departments, branch: branches, post: posts }[unit.kind];
  const head = unit.kind === 'department' ? (heads[unit.id] ?? null) : null;
  return JSON.stringify([list.find(({ id }) => id === unit.id) ?? null, head]);
}

/** The parts of the organisation that change with a unit. */
export function partsWith(
  before: OrganisationDocument,
  unit: Unit,
  today: LocalDate,
): Result<Partial<OrganisationDocument>, Invalid> {
  if (unit.kind === 'department') return departmentParts(before, unit, today);
  const list: readonly {
    readonly id: string;
    readonly name: string;
    readonly closed?: boolean | undefined;
  }[] = unit.kind === 'branch' ? before.branches : (before.posts ?? []);
  const name = unit.name.trim();
  const twin = list.find((one) => one.id !== unit.id && !one.closed && one.name === name);
  if (twin && !unit.closed) return no('name-taken', [name]);
  if (unit.kind === 'branch')
    return ok({
      branches: placed(before.branches, { id: unit.id, name, ...(unit.closed && { closed: true }) }),
    });
  const post = { id: unit.id, name, secrecy: unit.secrecy, ...(unit.closed && { closed: true }) };
  return ok({ posts: placed(before.posts ?? [], post) });
}

function departmentParts(
  { departments, heads }: OrganisationDocument,
  unit: Extract<Unit, { kind: 'department' }>,
  today: LocalDate,
): Result<Partial<OrganisationDocument>, Invalid> {
  const from = unit.from as LocalDate;
  if (from < today) return no('past');
  const { id, parentId, closed } = unit;
  const wish = { id, name: unit.name.trim(), parentId, closed };
  const changed = changeDepartment(departments, wish, from);
  if (!changed.ok) return no(changed.refusal.facts.why, changed.refusal.facts.names);
  return ok({ departments: [...changed.value], heads: { ...heads, [id]: closed ? null : unit.headId } });
}

const placed = <One extends { readonly id: string }>(list: readonly One[], one: One): One[] =>
  list.some(({ id }) => id === one.id) ? list.map((old) => (old.id === one.id ? one : old)) : [...list, one];

const FIELDS = {
  department: 'assignments.departmentIds',
  post: 'assignments.postId',
  branch: 'branchId',
} as const;

/** Why a unit cannot be closed: people who are or will be in it. Null when it is empty. */
export async function peopleInTheWay(ports: Ports, unit: Unit, today: LocalDate): Promise<Invalid | null> {
  if (!unit.closed) return null;
  const since = unit.kind === 'department' ? (unit.from as LocalDate) : today;
  const found = await employments.assignedTo(ports.database, FIELDS[unit.kind], unit.id);
  const staying: Employment[] = [];
  for (const one of found) if (holdsFrom(one, unit, since) && !(await hasLeft(ports, one))) staying.push(one);
  if (staying.length === 0) return null;
  return no(
    'has-people',
    staying.map(({ name }) => name),
  ).refusal;
}

const holdsFrom = ({ assignments, lastDay }: Employment, { kind, id }: Unit, since: LocalDate): boolean =>
  (lastDay === null || lastDay >= since) &&
  (kind === 'branch' ||
    assignments.some(
      ({ to, departmentIds, postId }) =>
        (to === null || to >= since) && (kind === 'post' ? postId === id : departmentIds.includes(id)),
    ));

/** What was done, for the log. */
export function wordsOf(
  before: OrganisationDocument,
  unit: Unit,
  headName: string | null,
  today: LocalDate,
): string {
  const kind = { department: '部门', branch: '机构', post: '岗位' }[unit.kind];
  const known = { department: before.departments, branch: before.branches, post: before.posts ?? [] }[
    unit.kind
  ].find(({ id }) => id === unit.id);
  const name = unit.name.trim();
  if (!known) return `新增${kind}“${name}”`;
  const was = unit.kind === 'department' ? departmentOn(known as never, today).name : known.name;
  const said = [
    ...(was === name ? [] : [`改名为“${name}”`]),
    ...((known.closed === true) === unit.closed ? [] : [unit.closed ? '停用' : '重新启用']),
    ...(unit.kind === 'department' ? departmentWords(before, unit, headName) : []),
  ];
  return `${kind}“${was}”：${said.join('，') || '保存，没有变化'}`;
}

function departmentWords(
  { departments, heads }: OrganisationDocument,
  { id, parentId, headId, from }: Extract<Unit, { kind: 'department' }>,
  headName: string | null,
): readonly string[] {
  const known = departments.find((one) => one.id === id);
  const parent = departments.find((one) => one.id === parentId);
  return [
    ...(known?.parentId === parentId ? [] : [`${from} 起归到“${parent?.name ?? '最上级'}”`]),
    ...((heads[id] ?? null) === headId ? [] : [headName === null ? '负责人空缺' : `负责人改为${headName}`]),
  ];
}
