import { cases } from '@server/repositories/cases';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { freshId, type Person } from './company/person';
import { agreeTo, askForCard, todoOf } from './company/requests';

let company: Company;
let fang: Person;
let leader: Person;
let ming: Person;

/** Tuesday morning: 王芳 forgot yesterday's evening card, 陈思远 leads her, 李明 would stand in. */
beforeEach(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  fang = await company.person('王芳').bind();
  leader = await company.person('陈思远').bind();
  ming = await company.person('李明').bind();
  const hr = company.person('刘静');
  await company.reorganise(() => ({
    heads: { day: leader.employmentId },
    grants: [{ role: 'hr', personId: hr.employmentId, branchId: null }],
  }));
  await company.clockTo('08:50');
  granted(await fang.punch());
  await company.clockTo('2026-03-10T08:00');
});
afterEach(() => company.close());

const delegate = (
  from: Person,
  to: Person,
  {
    first = '2026-03-10',
    last = '2026-03-12',
    flowIds = null as string[] | null,
    commandId = freshId(),
  } = {},
) =>
  from.call('delegation.set', { commandId, toEmploymentId: to.employmentId, from: first, to: last, flowIds });

it('an open task goes to the stand-in at once, who decides, and the absent leader hears of it', async () => {
  granted(await askForCard(fang, '2026-03-09'));
  expect(await todoOf(leader)).toHaveLength(1);
  const { view } = granted(await delegate(leader, ming));
  expect(view.own).toMatchObject([{ toName: '李明', what: '全部事项', now: true }]);
  expect(await todoOf(leader)).toEqual([]);
  expect(await todoOf(ming)).toHaveLength(1);
  expect(outcome(await agreeTo(ming))).toBe('ok');
  const told = granted(await leader.call('inbox.list', { show: 'news', before: null })).items;
  expect(told.map(({ title }) => title)).toContain('补卡申诉 · 已由代理人处理');
});

it('a delegation that begins tomorrow moves nothing today, and the clock moves it then', async () => {
  granted(await askForCard(fang, '2026-03-09'));
  granted(await delegate(leader, ming, { first: '2026-03-11' }));
  await company.tick();
  expect(await todoOf(ming)).toEqual([]);
  await company.clockTo('2026-03-11T00:05');
  await Promise.all([company.tick(), company.tick()]);
  expect(await todoOf(ming)).toHaveLength(1);
  expect(await todoOf(leader)).toEqual([]);
});

it('comes back when it ends, by itself and by hand', async () => {
  granted(await askForCard(fang, '2026-03-09'));
  const { view } = granted(await delegate(leader, ming, { last: '2026-03-10' }));
  expect(await todoOf(ming)).toHaveLength(1);
  await company.clockTo('2026-03-11T00:05');
  await company.tick();
  expect(await todoOf(leader)).toHaveLength(1);
  expect(refused(await leader.call('delegation.end', { id: 'none' })).code).toBe('delegation.unknown');

  const again = granted(await delegate(leader, ming, { first: '2026-03-11' })).view.own[0];
  expect(await todoOf(leader)).toEqual([]);
  expect(again?.id).not.toBe(view.own[0]?.id);
  expect(refused(await ming.call('delegation.end', { id: again?.id ?? '' })).code).toBe('delegation.unknown');
  expect(granted(await leader.call('delegation.mine', {})).own).toHaveLength(1);
  granted(await leader.call('delegation.end', { id: again?.id ?? '' }));
  expect(await todoOf(leader)).toHaveLength(1);
  expect(await todoOf(ming)).toEqual([]);
});

it('counts for the flows that are named, and new tasks reach the stand-in directly', async () => {
  granted(await delegate(leader, ming, { flowIds: ['leave-notice'] }));
  granted(await askForCard(fang, '2026-03-09'));
  expect(await todoOf(leader)).toHaveLength(1);
  expect(await todoOf(ming)).toEqual([]);
  const { own } = granted(await leader.call('delegation.mine', {}));
  granted(await leader.call('delegation.end', { id: own[0]?.id ?? '' }));
  granted(await delegate(leader, ming, { flowIds: ['correction'] }));
  expect(await todoOf(ming)).toHaveLength(1);
  expect(granted(await ming.call('delegation.mine', {})).forOthers).toMatchObject([
    { fromName: '陈思远', what: '补卡申诉' },
  ]);
});

it('is set once, however often the phone sends it', async () => {
  const commandId = freshId();
  const answers = await Promise.all([1, 2, 3].map(() => delegate(leader, ming, { commandId })));
  expect(answers.map(outcome)).toEqual(['ok', 'ok', 'ok']);
  expect(granted(await leader.call('delegation.mine', {})).own).toHaveLength(1);
});

it('refuses what cannot be meant, by code', async () => {
  const code = async (answer: ReturnType<typeof delegate>) => outcome(await answer);
  expect(await code(delegate(leader, leader))).toBe('delegation.to-oneself');
  expect(await code(delegate(leader, ming, { first: '2026-03-09' }))).toBe('delegation.dates');
  expect(await code(delegate(leader, ming, { last: '2026-03-09' }))).toBe('delegation.dates');
  expect(await code(delegate(leader, ming, { last: '2027-03-09' }))).toBe('delegation.dates');
  expect(await code(delegate(leader, ming, { last: '2026-02-30' }))).toBe('delegation.dates');
  expect(await code(delegate(leader, ming, { flowIds: ['fly'] }))).toBe('delegation.flow-unknown');
  const gone = await company.hire('郑将离', { team: 'day', lastDay: '2026-03-11' });
  expect(await code(delegate(leader, gone))).toBe('person.gone');
  granted(await delegate(leader, ming));
  expect(await code(delegate(leader, fang, { first: '2026-03-12', last: '2026-03-13' }))).toBe(
    'delegation.overlaps',
  );
  expect(await code(delegate(ming, leader))).toBe('delegation.circle');
});

it('a case says who holds its tasks, and a closed one that nobody does', async () => {
  granted(await askForCard(fang, '2026-03-09'));
  const held = async (person: Person) =>
    (await cases.heldBy(company.database, person.employmentId, 10)).length;
  expect([await held(leader), await held(ming)]).toEqual([1, 0]);
  granted(await delegate(leader, ming));
  expect([await held(leader), await held(ming)]).toEqual([1, 1]);
  granted(await agreeTo(ming));
  expect([await held(leader), await held(ming)]).toEqual([0, 0]);
});
