import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CompanyView, OutputOf, StaffList } from '@contract/contract';
import type { GivenRole } from '@domain/people/role-order';
import { employments } from '@server/repositories/employments';
import { reminderLedger } from '@server/repositories/reminder-ledger';
import { administer } from '@server/cloudbase/administer';
import { startLocalCloud } from '../../../emulator/start-local-cloud';
import {
  DEMO_EMPLOYEE_TEMPLATE_ID,
  DEMO_INVITATION_KEY,
  DEMO_TEMPLATE_ID,
  demoCloudOptions,
} from '../../../scripts/demo/cloud-options';
import { writeFirstAdministrator } from '../../../scripts/deploy/first-administrator';
import { type Company, openCompany } from '../company';
import { granted, outcome, refused } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { phoneTo } from '../company/phone';

let company: Company;
let hr: Person;
let branchHr: Person;
let admin: Person;
let other: Person;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  hr = company.person('刘静');
  branchHr = await company.person('高志强').bind();
  admin = await company.hire('乔安', { team: 'day', roles: ['admin'] });
  other = await (await company.hire('乔平', { team: 'day' })).bind();
});
afterAll(() => company.close());

const role = (by: Person, person: Person, name: GivenRole, give: boolean, branchId: string | null = null) =>
  by.call('staff.role', {
    commandId: freshId(),
    employmentId: person.employmentId,
    role: name,
    branchId,
    give,
  });
const rolesOf = async ({ employmentId }: Person) =>
  (await employments.read(company.database, employmentId))?.roles ?? [];
const part = (by: Person, { employmentId }: Person, commandId = freshId()) =>
  by.call('staff.unbind', { commandId, employmentId, reason: '手机丢了，换了微信' });
const invite = (by: Person, { employmentId }: Person) => by.call('invitation.issue', { employmentId });

describe('roles', () => {
  it('nobody gives above himself, nobody takes from whoever stands above, and nobody invites in their name', async () => {
    expect(refused(await role(hr, other, 'admin', true)).facts).toEqual({ why: 'above-you' });
    expect(refused(await role(hr, admin, 'admin', false)).facts).toEqual({ why: 'above-you' });
    expect(refused(await invite(hr, admin)).facts).toEqual({ why: 'above-you' });
    const own = company.person('何秀英');
    expect(refused(await role(branchHr, own, 'hr', true)).facts).toEqual({ why: 'above-you' });
    expect(outcome(await role(branchHr, own, 'it', true, 'suzhou'))).toBe('ok');
    expect(outcome(await role(branchHr, other, 'it', true, 'shanghai'))).toBe('person.unknown');
    expect(outcome(await role(other, other, 'admin', true))).toBe('session.forbidden');
  });

  it('a role lets in at once and ends at once; who gave and took it stands in the file', async () => {
    const given = granted(await role(hr, other, 'hr', true));
    expect(given.roles).toEqual([{ role: 'hr', branchId: null, title: '人事', mayTake: true }]);
    expect(outcome(await other.call('company.view', {}))).toBe('ok');
    const taken = granted(await role(hr, other, 'hr', false));
    expect(taken.roles).toEqual([]);
    expect(taken.changes.slice(0, 2).map(({ byName, what }) => `${byName} ${what}`)).toEqual([
      '刘静 收回权限：人事',
      '刘静 给予权限：人事',
    ]);
    expect(outcome(await other.call('company.view', {}))).toBe('session.forbidden');
  });

  it('the last administrator stays one; of two who take it from each other at once one stays', async () => {
    await bindWith('openid-of-the-first', admin);
    const asAdmin = (input: object) => company.phone('openid-of-the-first', 'staff.role', input);
    const ask = ({ employmentId }: Person, give: boolean) =>
      asAdmin({ commandId: freshId(), employmentId, role: 'admin', branchId: null, give });
    expect(refused(await ask(admin, false)).facts).toEqual({ why: 'last-admin' });
    granted(await ask(other, true));
    const answers = await Promise.all([ask(other, false), role(other, admin, 'admin', false)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const held = [await rolesOf(admin), await rolesOf(other)].filter((roles) => roles.includes('admin'));
    expect(held).toHaveLength(1);
  });

  /** As the setup does it: nobody of the company stands high enough to invite the first one. */
  async function bindWith(openid: string, { employmentId }: Person): Promise<void> {
    await company.database.updateWhere('employments', employmentId, {}, { set: { openid } });
  }
});

describe('another WeChat', () => {
  it('parting ends access, messages and unused invitations at once; a fresh invitation brings the months along', async () => {
    const person = await company.hire('申远', { team: 'day' });
    const spare = granted(await invite(hr, person)).code;
    await person.bind();
    granted(await person.punch());
    granted(
      await person.call('reminders.recordAnswers', {
        answerId: freshId(),
        answers: [{ templateId: DEMO_TEMPLATE_ID, answer: 'accept' }],
      }),
    );
    const templateIds = [DEMO_EMPLOYEE_TEMPLATE_ID];
    await company.cloud.weChat.bindEmployee(person.openid, templateIds);
    granted(await person.call('reminders.recordBinding', { bound: true, templateIds }));

    const command = freshId();
    const parted = granted(await part(hr, person, command));
    expect(parted.changes[0]).toMatchObject({ what: '解除微信绑定', reason: '手机丢了，换了微信' });
    expect(parted.wechat).toEqual({ bound: false, mayUnbind: false, mayInvite: true });
    expect(outcome(await part(hr, person, command))).toBe('ok');

    expect(outcome(await person.call('punch.today', { position: null }))).toBe('session.not-bound');
    expect(outcome(await person.enter(spare))).toBe('invitation.expired');
    expect(company.cloud.weChat.isBound(person.openid)).toBe(false);
    const ledger = reminderLedger.idOf(person.employmentId, DEMO_TEMPLATE_ID);
    expect(await reminderLedger.read(company.database, ledger)).toMatchObject({ left: 0, dueAt: null });
    expect((await person.sheet('2026-03')).openid).toBeNull();

    const openid = 'openid-of-another-phone';
    const { code } = granted(await invite(hr, person));
    granted(await company.phone(openid, 'session.bind', { code }));
    const month = granted(await company.phone(openid, 'calendar.myMonth', { month: null }));
    expect(JSON.stringify((month as OutputOf<'calendar.myMonth'>).days)).toContain('08:0');
    expect(granted(await person.call('session.me', {})).person).toBeNull();
  });

  it('two who part somebody at once: it is done once, and the other is told', async () => {
    const person = await (await company.hire('申近', { team: 'day' })).bind();
    const second = await (await company.hire('董文', { team: 'day', roles: ['hr'] })).bind();
    const answers = await Promise.all([part(hr, person), part(second, person)]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'staff.not-bound']);
  });

  it('nobody parts himself, and a branch’s HR nobody of another branch', async () => {
    expect(refused(await part(hr, hr)).facts).toEqual({ why: 'oneself' });
    expect(outcome(await part(branchHr, hr))).toBe('person.unknown');
  });
});

describe('the first day of a deployed company', () => {
  it('begins with one administrator and his code; run again it changes nothing but the code', async () => {
    const empty = await startLocalCloud({
      ...demoCloudOptions(),
      dataDir: mkdtempSync(path.join(tmpdir(), 'zhoudao-founding-')),
      functionsDir: process.env.FUNCTIONS_UNDER_TEST as string,
      timers: 'never',
    });
    try {
      // The other company is not asked any more: the SDK reads these at every request.
      Object.assign(process.env, empty.sdkEnvironment);
      const administration = administer(empty.envId, DEMO_INVITATION_KEY);
      const founding = { companyName: '新芽科技', administratorName: '沈一', again: false };
      const write = (more: object = {}) =>
        writeFirstAdministrator(administration, { ...founding, ...more }, empty.clock.now());
      const phone = phoneTo(empty);
      const first = await write();
      const code = await write();
      expect(code).not.toBe(first);
      granted(await phone('openid-of-shen', 'session.bind', { code }));
      const company = granted(await phone('openid-of-shen', 'company.view', {})) as CompanyView;
      expect(company).toMatchObject({
        companyName: '新芽科技',
        revision: 1,
        mayEdit: true,
        departments: [{ name: '新芽科技', head: { name: '沈一' } }],
        branches: [{ name: '总部' }],
      });
      const { rows } = granted(
        await phone('openid-of-shen', 'staff.list', {
          query: '',
          departmentId: null,
          branchId: null,
          state: 'working',
          after: null,
        }),
      ) as StaffList;
      expect(rows.map(({ name, rolesText }) => [name, rolesText])).toEqual([
        ['沈一', '人事、管理员（行政）'],
      ]);

      await expect(write()).rejects.toThrow('is bound to a WeChat');
      await expect(write({ administratorName: '沈二' })).rejects.toThrow('沈一 is the administrator already');
      const another = await write({ again: true });
      granted(await phone('openid-of-shen-2', 'session.bind', { code: another }));
      expect(outcome(await phone('openid-of-shen', 'company.view', {}))).toBe('session.not-bound');
    } finally {
      await empty.close();
    }
  });
});
