import { cases } from '@server/repositories/cases';
import { type Company, openCompany } from './company';
import { granted } from './company/answers';
import type { Person } from './company/person';
import { agreeTo, askForCard, newsOf, todoOf } from './company/requests';

let company: Company;
let fang: Person;
let leader: Person;

const open = async (at: string, then: string) => {
  company = await openCompany({ at });
  fang = await company.person('王芳').bind();
  leader = await company.person('陈思远').bind();
  await company.clockTo(`${at.slice(0, 10)}T08:50`);
  granted(await fang.punch());
  await company.clockTo(then);
};
afterEach(() => company.close());

const hr = () => company.person('刘静');
const grants = () => [{ role: 'hr', personId: hr().employmentId, branchId: null }];
const stepOf = async (caseId: string) =>
  granted(await fang.call('case.view', { caseId, taskId: null, round: null })).steps.find(
    ({ state }) => state === 'now',
  );

it('a request for which there is nobody at all waits, says so, and goes to whoever is appointed', async () => {
  await open('2026-03-09T08:00', '2026-03-10T09:00');
  const { view } = granted(await askForCard(fang, '2026-03-09'));
  expect((await stepOf(view.caseId))?.who).toBe('正在找处理人');
  expect(await newsOf(fang)).toEqual(['补卡申诉 · 找不到处理人，请指定']);
  await company.tick();
  expect(await todoOf(leader)).toEqual([]);

  // Another change of the company that helps nobody: tried once, and no second time.
  await company.reorganise(() => ({ companyName: '大满工坊' }));
  await Promise.all([company.tick(), company.tick()]);
  expect(await cases.stuckBefore(company.database, 2, 10)).toEqual([]);
  expect(await newsOf(fang)).toHaveLength(1);

  await company.reorganise(() => ({ heads: { day: leader.employmentId }, grants: grants() }));
  await Promise.all([company.tick(), company.tick()]);
  expect((await stepOf(view.caseId))?.who).toBe('等待 陈思远');
  expect(await todoOf(leader)).toHaveLength(1);
  granted(await agreeTo(leader));
});

it('31 December: due in a year whose holidays nobody knows, HR is told; once they are known the date moves', async () => {
  await open('2026-12-30T08:00', '2026-12-31T10:00');
  await company.reorganise(() => ({ heads: { day: leader.employmentId }, grants: grants() }));
  const { view } = granted(await askForCard(fang, '2026-12-30'));
  expect((await stepOf(view.caseId))?.due).toBe('1月4日 周一 10:00 前');
  expect(await newsOf(hr())).toEqual(['补卡申诉 · 算不出截止时间，请补充日历']);

  await company.reorganise(() => ({
    calendarKnownUntil: '2027-12-31' as never,
    specialDays: ['2027-01-01', '2027-01-04'].map((date) => ({
      date: date as never,
      kind: 'holiday' as const,
      name: '元旦',
    })),
  }));
  await company.tick();
  expect((await stepOf(view.caseId))?.due).toBe('1月6日 周三 10:00 前');
  const stored = await cases.read(company.database, view.caseId);
  expect(stored?.stuckUnder).toBeNull();
  expect(stored?.state.nodes.leader?.dueProblem).toBeNull();
});

it('a holiday week does not count: asked before the Spring Festival, due after it', async () => {
  await open('2026-02-12T08:00', '2026-02-13T10:00');
  await company.reorganise(() => ({ heads: { day: leader.employmentId }, grants: grants() }));
  const { view } = granted(await askForCard(fang, '2026-02-12'));
  const due = (await stepOf(view.caseId))?.due ?? '';
  const stored = await cases.read(company.database, view.caseId);
  expect(stored?.state.nodes.leader?.dueProblem).toBeNull();
  // Two working days from Friday 10:00: Friday, the Saturday that is worked for the festival, and after nine days off.
  expect(due).toBe('2月24日 周二 10:00 前');
});
