import { inbox } from '@server/repositories/inbox';
import { DEMO_EMPLOYEE_TEMPLATE_ID, DEMO_TASK_TEMPLATE_ID } from '../../scripts/demo/cloud-options';
import { type Company, openCompany } from './company';
import { granted } from './company/answers';
import { freshId, type Person } from './company/person';
import { phoneNumberOf } from './company/personnel';
import { agreeTo, askForCard, newsOf, todoOf } from './company/requests';

let company: Company;
let fang: Person;
let leader: Person;
let hr: Person;

/** Tuesday morning: 王芳 forgot yesterday's evening card, 陈思远 leads her, 刘静 is HR. */
beforeEach(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  fang = await company.person('王芳').bind();
  leader = await company.person('陈思远').bind();
  hr = company.person('刘静');
  await company.reorganise(() => ({
    heads: { day: leader.employmentId },
    grants: [{ role: 'hr', personId: hr.employmentId, branchId: null }],
  }));
  await company.clockTo('08:50');
  granted(await fang.punch());
  await company.clockTo('2026-03-10T09:00');
});
afterEach(() => company.close());

const accept = async (person: Person) => {
  await company.cloud.weChat.accept(person.openid, [DEMO_TASK_TEMPLATE_ID]);
  const answers = [{ templateId: DEMO_TASK_TEMPLATE_ID, answer: 'accept' as const }];
  granted(await person.call('reminders.recordAnswers', { answerId: freshId(), answers }));
};
const bindStaff = async (person: Person, templateIds = [DEMO_EMPLOYEE_TEMPLATE_ID]) => {
  await company.cloud.weChat.bindEmployee(person.openid, templateIds);
  granted(await person.call('reminders.recordBinding', { bound: true, templateIds }));
};
const channelsOf = async (person: Person) => granted(await person.call('reminders.channels', {}));
const leftOf = async (person: Person) =>
  (await channelsOf(person)).reminders.find(({ templateId }) => templateId === DEMO_TASK_TEMPLATE_ID)?.left;
const rung = (person: Person) => company.cloud.weChat.messages(person.openid).map(({ channel }) => channel);
const texts = (person: Person) =>
  company.cloud.sms.messages(phoneNumberOf(person)).map(({ template }) => template);

/** HR has no phone number of this person. */
const withoutPhone = (person: Person) =>
  company.database.updateWhere('personnel', person.employmentId, {}, { set: { phone: null } });

const ask = () => askForCard(fang, '2026-03-09');

it('用工消息 comes first and leaves what was accepted alone', async () => {
  await accept(leader);
  await bindStaff(leader);
  granted(await ask());
  expect(rung(leader)).toEqual(['employee']);
  expect(await leftOf(leader)).toBe(1);
  const [message] = company.cloud.weChat.messages(leader.openid);
  const [item] = await todoOf(leader);
  expect(message?.page).toBe(
    `pages/case/index?case=${encodeURIComponent(item?.link?.caseId ?? '')}` +
      `&task=${encodeURIComponent(item?.link?.taskId ?? '')}&round=1`,
  );
});

it('40256: whoever was unbound in WeChat gets the 订阅消息 instead, and is asked to bind again', async () => {
  await accept(leader);
  granted(
    await leader.call('reminders.recordBinding', { bound: true, templateIds: [DEMO_EMPLOYEE_TEMPLATE_ID] }),
  );
  expect((await channelsOf(leader)).employee?.bound).toBe(true);
  granted(await ask());
  expect(rung(leader)).toEqual(['subscription']);
  expect(await channelsOf(leader)).toMatchObject({
    employee: { bound: false, templateIds: [DEMO_EMPLOYEE_TEMPLATE_ID] },
  });
});

it('50001: bound without the template falls through as well', async () => {
  await accept(leader);
  await company.cloud.weChat.bindEmployee(leader.openid, []);
  granted(
    await leader.call('reminders.recordBinding', { bound: true, templateIds: [DEMO_EMPLOYEE_TEMPLATE_ID] }),
  );
  granted(await ask());
  expect(rung(leader)).toEqual(['subscription']);
  expect((await channelsOf(leader)).employee?.bound).toBe(false);
});

it('43101: what WeChat no longer takes is written off, and a short message goes out', async () => {
  const answers = [{ templateId: DEMO_TASK_TEMPLATE_ID, answer: 'accept' as const }];
  // The ledger believes in two accepts, WeChat knows of none.
  for (const _ of [1, 2])
    granted(await leader.call('reminders.recordAnswers', { answerId: freshId(), answers }));
  expect(await leftOf(leader)).toBe(2);
  granted(await ask());
  expect(rung(leader)).toEqual([]);
  expect(await leftOf(leader)).toBe(0);
  expect(texts(leader)).toEqual(['task']);
});

it('a token that is over is fetched again', async () => {
  await bindStaff(leader);
  granted(await ask());
  expect(rung(leader)).toEqual(['employee']);
  await company.clockTo('13:00');
  await company.clockTo('2026-03-11T09:00');
  granted(await fang.punch());
  await company.clockTo('2026-03-12T09:00');
  granted(await askForCard(fang, '2026-03-11'));
  expect(rung(leader)).toEqual(['employee', 'employee']);
});

it('news rings over WeChat only: a short message is for what waits for somebody', async () => {
  granted(await ask());
  await agreeTo(leader);
  expect(await newsOf(fang)).toEqual(['补卡申诉已通过']);
  expect(texts(fang)).toEqual([]);
});

describe('a task that no message could bring', () => {
  beforeEach(() => withoutPhone(leader));

  const urges = async () => (await newsOf(hr)).filter((title) => title.startsWith('请催办'));

  it('is HR’s to urge after two hours, once, and no more when it is done', async () => {
    granted(await ask());
    await company.clockTo('10:55');
    await company.tick();
    expect(await urges()).toEqual([]);
    await company.clockTo('11:05');
    await Promise.all([company.tick(), company.tick()]);
    await company.tick();
    expect(await urges()).toEqual(['请催办 · 陈思远收不到提醒']);
    // HR has punched nothing in this story and hears of that too.
    const aboutCases = async () =>
      (await inbox.unread(company.database, hr.employmentId)).filter(({ caseId }) => caseId !== '');
    expect((await aboutCases()).map(({ fact }) => fact)).toEqual(['王芳 · 补卡申诉']);
    await agreeTo(leader);
    expect(await aboutCases()).toEqual([]);
  });

  it('is nobody’s to urge when it was done meanwhile', async () => {
    granted(await ask());
    await agreeTo(leader);
    await company.clockTo('12:00');
    await company.tick();
    expect(await urges()).toEqual([]);
  });

  it('waits for the morning like everything that can wait', async () => {
    await company.clockTo('21:30');
    granted(await ask());
    await company.clockTo('2026-03-11T00:30');
    await company.tick();
    expect(await urges()).toEqual([]);
    await company.clockTo('2026-03-11T08:05');
    await company.tick();
    expect(await urges()).toHaveLength(1);
  });
});

it('only a template of this company counts as subscribed', async () => {
  granted(await leader.call('reminders.recordBinding', { bound: true, templateIds: ['some-other'] }));
  expect((await channelsOf(leader)).employee?.bound).toBe(false);
});
