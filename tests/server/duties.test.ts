import { cases } from '@server/repositories/cases';
import { employments } from '@server/repositories/employments';
import { organisations } from '@server/repositories/organisations';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import type { Person } from './company/person';
import { agreeTo, askForCard, newsOf, todoOf } from './company/requests';

let company: Company;
let fang: Person;
let leader: Person;
let chief: Person;
let hr: Person;
let otherHr: Person;

/** 陈思远 leads the day team and is branch HR; 宋立新 leads everybody; 刘静 and 沈慧 are HR of the group. */
beforeEach(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  fang = await company.person('王芳').bind();
  leader = await company.person('陈思远').bind();
  chief = await company.person('宋立新').bind();
  otherHr = await (await company.hire('沈慧', { team: 'day', roles: ['hr'] })).bind();
  hr = company.person('刘静');
  await company.reorganise(({ departments }) => ({
    departments: departments.map((one) => (one.id === 'day' ? { ...one, parentId: 'unruled' } : one)),
    heads: { day: leader.employmentId, unruled: chief.employmentId },
    grants: [
      { role: 'hr', personId: hr.employmentId, branchId: null },
      { role: 'hr', personId: otherHr.employmentId, branchId: null },
      { role: 'branch-hr', personId: leader.employmentId, branchId: 'shanghai' },
    ],
  }));
  await company.clockTo('08:50');
  granted(await fang.punch());
  await company.clockTo('2026-03-10T09:00');
});
afterEach(() => company.close());

/** As the leaving writes it, in the transaction that makes it certain. */
const leavesOn = (person: Person, lastDay: string | null) =>
  company.database.updateWhere(
    'employments',
    person.employmentId,
    {},
    {
      set: {
        lastDay,
        accessEndsAt: null,
        ending: { caseId: `leaving-${person.employmentId}`, planned: false },
      },
    },
  );

const view = (by: Person, of: Person, successor: Person | null = null) =>
  by.call('duties.view', { employmentId: of.employmentId, successorId: successor?.employmentId ?? null });

const confirm = async (by: Person, of: Person, successor: Person | null = null) =>
  by.call('duties.confirm', {
    employmentId: of.employmentId,
    successorId: successor?.employmentId ?? null,
    orgRevision: granted(await view(by, of, successor)).orgRevision,
  });

const inForce = async () => {
  const { database } = company;
  return organisations.read(database, await organisations.currentRevision(database));
};

it('HR is asked once, sees who would take over, and one confirmation moves units, roles and tasks', async () => {
  granted(await askForCard(fang, '2026-03-09'));
  await leavesOn(leader, '2026-04-10');
  await Promise.all([company.tick(), company.tick()]);
  await company.tick();
  const [item] = await todoOf(hr);
  expect(item).toMatchObject({
    title: '陈思远 · 有人将离职，请确认职责交给谁',
    fact: '最后工作日 4月10日 周五',
    page: `leaving/duties/index?person=${leader.employmentId}`,
  });
  expect(await todoOf(hr)).toHaveLength(1);
  // Weeks before the end the leader still does his work.
  expect(await todoOf(leader)).toHaveLength(1);

  const plan = granted(await view(hr, leader));
  expect(plan).toMatchObject({ state: 'open', openTasks: 1, lastDayText: '4月10日 周五' });
  expect(plan.lines).toMatchObject([
    { title: 'day 组 负责人', to: { name: '宋立新' }, vacant: false },
    { title: '分支人事 · 上海', to: { name: '宋立新' }, vacant: false },
  ]);
  const before = (await inForce()).revision;
  const done = granted(await confirm(hr, leader));
  expect(done.view).toMatchObject({ state: 'confirmed', openTasks: 0 });
  const after = await inForce();
  expect(after.revision).toBe(before + 1);
  expect(after.heads).toEqual({ day: chief.employmentId, unruled: chief.employmentId });
  expect(after.grants).toContainEqual({
    role: 'branch-hr',
    personId: chief.employmentId,
    branchId: 'shanghai',
  });
  expect(after.grants.some(({ personId }) => personId === leader.employmentId)).toBe(false);
  const heir = await employments.read(company.database, chief.employmentId);
  expect(heir?.roles).toEqual(expect.arrayContaining(['branch-hr', 'leader']));
  expect(await todoOf(leader)).toEqual([]);
  expect(await todoOf(chief)).toHaveLength(1);
  expect(await todoOf(hr)).toEqual([]);
  expect(await todoOf(otherHr)).toEqual([]);
  expect(outcome(await agreeTo(chief))).toBe('ok');
});

it('pressed twice, and by two of HR at once, it is published once', async () => {
  await leavesOn(leader, '2026-04-10');
  await company.tick();
  const before = (await inForce()).revision;
  const answers = await Promise.all([confirm(hr, leader), confirm(otherHr, leader), confirm(hr, leader)]);
  expect(answers.map(outcome)).toContain('ok');
  expect(outcome(await confirm(hr, leader))).toBe('ok');
  expect((await inForce()).revision).toBe(before + 1);
});

it('takes the successor that HR names', async () => {
  await leavesOn(leader, '2026-04-10');
  await company.tick();
  expect(granted(await view(hr, leader, fang)).lines[0]?.to?.name).toBe('王芳');
  granted(await confirm(hr, leader, fang));
  expect((await inForce()).heads.day).toBe(fang.employmentId);
  await leavesOn(chief, '2026-03-11');
  await company.tick();
  expect(refused(await view(hr, chief, leader)).code).toBe('duties.successor');
});

it('three days before the access ends the tasks move by rule, confirmed or not, and HR hears what is still open', async () => {
  granted(await askForCard(fang, '2026-03-09'));
  await leavesOn(leader, '2026-03-20');
  await company.tick();
  await company.clockTo('2026-03-17T17:50');
  // The request has been taken over meanwhile or waits still; a fresh one shows where tasks go now.
  const held = async () => (await cases.heldBy(company.database, leader.employmentId, 10)).length;
  await company.clockTo('2026-03-17T18:05');
  await company.tick();
  expect(await held()).toBe(0);
  expect(await newsOf(hr)).toContain('陈思远 · 职责还没有确认交给谁');
  await company.tick();
  expect((await newsOf(hr)).filter((title) => title.includes('职责还没有'))).toHaveLength(1);
});

it('an end within three days moves the tasks with the next tick', async () => {
  granted(await askForCard(fang, '2026-03-09'));
  await leavesOn(leader, '2026-03-11');
  await company.tick();
  expect(await todoOf(leader)).toEqual([]);
  expect(await todoOf(chief)).toHaveLength(1);
});

it('whoever stays after all keeps everything, and HR is asked no more', async () => {
  await leavesOn(leader, '2026-04-10');
  await company.tick();
  expect(await todoOf(hr)).toHaveLength(1);
  await leavesOn(leader, null);
  await company.tick();
  expect(await todoOf(hr)).toEqual([]);
  expect(refused(await confirm(hr, leader)).code).toBe('duties.unknown');
  expect((await inForce()).heads.day).toBe(leader.employmentId);
});

it('nobody is asked about somebody who holds nothing', async () => {
  await leavesOn(fang, '2026-04-10');
  await company.tick();
  expect(await todoOf(hr)).toEqual([]);
  expect(refused(await confirm(hr, fang)).code).toBe('duties.unknown');
});

describe('who may confirm', () => {
  it('not the leaver, not an employee, not HR of another branch; a plan that is old is shown again', async () => {
    await leavesOn(hr, '2026-04-10');
    await leavesOn(leader, '2026-04-10');
    await company.tick();
    expect(refused(await view(hr, hr)).code).toBe('duties.own');
    expect(outcome(await view(fang, leader))).toBe('session.forbidden');
    const suzhou = await company.person('高志强').bind();
    expect(refused(await view(suzhou, leader)).code).toBe('person.unknown');
    const { orgRevision } = granted(await view(otherHr, leader));
    await company.reorganise(() => ({ companyName: '大满工坊' }));
    const old = { employmentId: leader.employmentId, successorId: null, orgRevision };
    expect(refused(await otherHr.call('duties.confirm', old)).code).toBe('duties.changed');
  });

  it('what is held for the whole company is the group’s to give away', async () => {
    const branchHr = await (await company.hire('沈小慧', { team: 'day', roles: ['branch-hr'] })).bind();
    await leavesOn(otherHr, '2026-04-10');
    await leavesOn(leader, '2026-04-10');
    await company.tick();
    expect(refused(await confirm(branchHr, otherHr)).code).toBe('duties.needs-group-hr');
    expect(outcome(await confirm(branchHr, leader))).toBe('ok');
  });
});
