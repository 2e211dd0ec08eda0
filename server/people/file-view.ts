import type { OutputOf } from '@contract/contract';
import { departmentOn } from '@domain/people/department';
import type { Assignment } from '@domain/people/person';
import { mayReach, rolesToGive, whyNotTake } from '@domain/people/role-order';
import { instantOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import { type Caller, hasRole } from '../caller';
import { ownLeaving } from '../leaving/own-leaving';
import { assetStateText } from '../offboarding/assets-desk';
import { type Organisation, organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { assets } from '../repositories/assets';
import { personnel, type PersonnelFile } from '../repositories/personnel';
import { staffChanges } from '../repositories/staff-changes';
import { momentText } from '../wall-text';
import { inOrder } from './company-view';
import { changeLine } from './change-log';
import { adminsNow, heldRoles, roleTitle } from './roles-of';
import { stateOf } from './state-of';
import { standingOf, type TwoPeople } from './under';
import { postOfId } from './units';

type View = OutputOf<'staff.file'>;

const CHANGES_SHOWN = 30;

/** One person's file as this caller may see it. */
export async function fileView(ports: Ports, caller: Caller, { by, person }: TwoPeople): Promise<View> {
  const { database, clock } = ports;
  const [org, file, issued, leaving, changes, admins] = await Promise.all([
    organisation(ports),
    personnel.read(database, person._id),
    assets.read(database, person._id),
    ownLeaving(ports, person._id),
    staffChanges.about(database, staffChanges.ofPerson(person._id), CHANGES_SHOWN),
    adminsNow(ports),
  ]);
  const today = todayIn(org.zone, clock.now());
  const isGroupWide = hasRole(caller, ['hr', 'admin']);
  const reachable = mayReach(standingOf(by), person);
  const held = heldRoles(org.published, person);
  return {
    employmentId: person._id,
    name: person.name,
    revision: file?.revision ?? 0,
    changedText: changedText(org, file),
    today,
    ...stateOf(person, file, today),
    branch: { id: person.branchId, name: org.branchName(person.branchId) },
    hireDate: person.hireDate,
    lastDay: person.lastDay,
    contract: file?.contract ?? null,
    probationEnd: file?.probationEnd ?? null,
    phone: file?.phone?.masked ?? null,
    idNumber: file?.idNumber?.masked ?? null,
    assignments: [...person.assignments]
      .reverse()
      .map((assignment) => assignmentView(org, assignment, today, file)),
    roles: held.map((role) => ({
      ...role,
      title: roleTitle(org, role),
      mayTake: whyNotTake(standingOf(by), standingOf(person), role, admins) === null,
    })),
    rolesToGive: rolesToGive(standingOf(by), standingOf(person), held).map((role) => ({
      ...role,
      title: roleTitle(org, role),
    })),
    wechat: {
      bound: person.openid !== null,
      mayUnbind: person.openid !== null && reachable && by._id !== person._id,
      mayInvite: person.openid === null && reachable,
    },
    assets: issued.items.map(({ name, number, state }) => ({
      name,
      number,
      stateText: assetStateText(state),
    })),
    leavingCaseId: leaving?._id ?? null,
    seesBalances: hasRole(caller, ['hr', 'branch-hr']),
    mayMoveBranch: isGroupWide,
    changes: changes.map((change) => changeLine(org, change)),
    departments: departmentChoices(org, today),
    branches: branchChoices(org),
    posts: (org.published.posts ?? []).filter(({ closed }) => !closed).map(({ id, name }) => ({ id, name })),
  };
}

const changedText = ({ zone }: Organisation, file: PersonnelFile | null): string | null =>
  file?.changed ? `${file.changed.byName} ${momentText(zone, instantOf(file.changed.at))}` : null;

/** Open departments, each below the one it belongs to. */
export const departmentChoices = (org: Organisation, today: LocalDate): View['departments'] =>
  inOrder(org, today)
    .filter(({ closed }) => !closed)
    .map((one) => ({
      id: one.id,
      name: departmentOn(one, today).name,
      depth: org.book.departments.depthOf(one.id, today),
    }));

export const branchChoices = ({ published }: Organisation): View['branches'] =>
  published.branches.filter(({ closed }) => !closed).map(({ id, name }) => ({ id, name }));

export const postChoices = ({ published: { posts = [] } }: Organisation): View['posts'] =>
  posts.filter(({ closed }) => !closed).map(({ id, name }) => ({ id, name }));

function assignmentView(
  org: Organisation,
  assignment: Assignment,
  today: LocalDate,
  file: PersonnelFile | null,
): View['assignments'][number] {
  const { from, to, main, departmentIds, postId } = assignment;
  const when = to !== null && to < today ? 'past' : from > today ? 'later' : 'now';
  const names = departmentIds.map((id) => nameOn(org, id, when === 'past' ? (to ?? today) : today));
  const post = postOfId(org, postId)?.name ?? (main ? (file?.postName ?? '') : '');
  return {
    from,
    to,
    main,
    departmentIds: [...departmentIds],
    postId,
    text: [names.join('、'), post].filter(Boolean).join(' · '),
    spanText: to === null ? `${from} 起` : `${from} 至 ${to}`,
    when,
  };
}

function nameOn({ published }: Organisation, id: string, date: LocalDate): string {
  const found = published.departments.find((one) => one.id === id);
  return found ? departmentOn(found, date).name : '已撤销的部门';
}
