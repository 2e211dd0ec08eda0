import { granted, outcome, refused } from '../company/answers';
import { idNumberOf } from '../company/personnel';
import { freshId, type Person } from '../company/person';
import {
  caseOf,
  clockMoves,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
} from './leaving-company';

let company: LeavingCompany;
let caseId: string;

beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T10:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
});
afterEach(() => company.close());

const search = async (person: Person, query: string) =>
  granted(await person.call('leaving.search', { query })).lines;
const overview = async (person: Person) => granted(await person.call('leaving.overview', {}));

describe('HR finds a leaver', () => {
  it('by a part of the name: the step, who has it, since when and how long', async () => {
    await company.clockTo('2026-03-09T13:05');
    const [line] = await search(company.hr, '王');
    expect(line).toMatchObject({
      caseId,
      name: '王芳',
      departmentName: 'day 组',
      flowTitle: '通知离职',
      lastDayText: '4月10日 周五',
      closed: false,
      overdue: false,
    });
    expect(line?.waits.find(({ who }) => who === '陈思远')).toMatchObject({
      title: '直属上级知悉，指定交接人',
      sinceText: '3月9日 周一 10:00',
      waitingText: '3 小时',
      dueText: '3月10日 周二 10:00 前',
      overdue: false,
    });
  });

  it('by the ID number, which stands in no log and no answer', async () => {
    const number = idNumberOf(company.fang);
    const lines = await search(company.hr, ` ${number.slice(0, 6)} ${number.slice(6)} `);
    expect(lines.map(({ name }) => name)).toEqual(['王芳']);
    expect(JSON.stringify(lines)).not.toContain(number);
    expect(company.log.join('\n')).not.toContain(number);
    expect(await search(company.hr, idNumberOf(company.leader))).toEqual([]);
  });

  it('nobody for a name that nobody has, and nobody who stays', async () => {
    expect(await search(company.hr, '欧阳')).toEqual([]);
    expect(await search(company.hr, '陈思远')).toEqual([]);
  });

  it('with the overdue before the others', async () => {
    const second = await company.hire('王小明', { team: 'day' });
    await second.bind();
    await company.clockTo('2026-03-12T09:05');
    const late = caseId;
    const fresh = await giveNotice(company, second, '2026-04-20');
    const lines = await search(company.hr, '王');
    expect(lines.map((line) => [line.caseId, line.overdue])).toEqual([
      [late, true],
      [fresh, false],
    ]);
    expect(lines[0]?.waits[0]).toMatchObject({ overdue: true, waitingText: '2 天 23 小时' });
  });

  it('in the own branch only, for HR of a branch', async () => {
    const afar = company.person('何秀英');
    await afar.bind();
    await giveNotice(company, afar, '2026-04-10');
    expect((await search(company.branchHr, '何')).map(({ name }) => name)).toEqual([]);
    expect((await search(company.hr, '何')).map(({ name }) => name)).toEqual(['何秀英']);
    expect(await search(company.branchHr, idNumberOf(afar))).toEqual([]);
    expect((await overview(company.branchHr)).running).toBe(1);
    expect((await overview(company.hr)).running).toBe(2);
  });

  it('and nobody else does', async () => {
    for (const person of [company.leader, company.finance, company.fang]) {
      expect(outcome(await person.call('leaving.search', { query: '王' }))).toBe('session.forbidden');
      expect(outcome(await person.call('leaving.overview', {}))).toBe('session.forbidden');
    }
  });
});

it('the overview counts who is leaving, what is overdue and who goes soon', async () => {
  expect(await overview(company.hr)).toMatchObject({ running: 1, overdue: 0, lastDaySoon: 0 });
  await company.clockTo('2026-04-06T09:00');
  expect(await overview(company.hr)).toMatchObject({
    running: 1,
    overdue: 1,
    lastDaySoon: 1,
    byFlow: [{ title: '通知离职', count: 1 }],
  });
});

it('stopping insurance and moving the archive are HR’s, due fifteen days after the last day, and remind', async () => {
  const { branchHr } = company;
  await reachDepartments(company, caseId);
  await company.clockTo('2026-04-10T18:05');
  await clockMoves(company, caseId);
  const view = granted(await branchHr.call('case.view', { caseId, taskId: null, round: null }));
  for (const nodeId of ['insuranceTransfer', 'archiveTransfer']) {
    const step = view.steps.find((one) => one.nodeId === nodeId);
    expect(step).toMatchObject({ state: 'now', due: '4月25日 周六 18:00 前', overdue: false });
    expect(step?.who).toContain('沈慧');
  }
  const reminded = async (): Promise<number> =>
    granted(await branchHr.call('inbox.list', { show: 'news', before: null })).items.filter(({ title }) =>
      title.includes('快到'),
    ).length;
  const before = await reminded();
  await company.clockTo('2026-04-20T18:05');
  await clockMoves(company, caseId);
  await clockMoves(company, caseId);
  expect((await reminded()) - before).toBe(2);
  await company.clockTo('2026-04-25T18:05');
  await clockMoves(company, caseId);
  expect((await search(company.hr, '王芳'))[0]?.waits.map(({ overdue }) => overdue)).toContain(true);
});

describe('the employer’s path', () => {
  const report = (person: Person, about: Person, more: object = {}) =>
    person.call('leaving.startEmployer', {
      commandId: freshId(),
      employmentId: about.employmentId,
      lastSeen: '2026-03-02',
      attempts: '3月3日至6日电话 5 次、短信 3 次，3月6日上门无人',
      plannedEnd: '2026-03-31',
      ...more,
    });

  it('begins with what the law asks for and the first day on which it can end', async () => {
    const view = granted(await company.hr.call('leaving.employersPath', {}));
    expect(view.earliestEnd).toBe('2026-03-19');
    expect(view.steps.map(({ title }) => title).join()).toContain('书面催告返岗');
    const text = view.steps.map((step) => step.text).join('');
    expect(text).toContain('一次付清工资');
    expect(text).not.toMatch(/扣发|停发|暂停工资/);
  });

  it('is started once, shows the person its steps, and owes wages at its end', async () => {
    const { hr, recipient } = company;
    const commandId = freshId();
    const answers = await Promise.all([1, 2].map(() => report(hr, recipient, { commandId })));
    const ids = answers.filter(({ ok }) => ok).map((answer) => granted(answer).caseId);
    expect(new Set(ids).size).toBe(1);
    const [id = ''] = ids;
    const state = await caseOf(company, id);
    expect(state).toMatchObject({ path: 'employer', applicant: recipient.employmentId });
    expect(state.dates.lastDay).toBe('2026-03-31');
    expect(outcome(await recipient.call('case.view', { caseId: id, taskId: null, round: null }))).toBe('ok');
    expect(refused(await report(hr, recipient)).code).toBe('leaving.already-open');
  });

  it('is not begun twice for one person', async () => {
    const given = await report(company.hr, company.leader);
    const { caseId: first } = granted(given);
    expect(refused(await report(company.hr, company.leader))).toMatchObject({
      code: 'leaving.already-open',
      facts: { caseId: first },
    });
  });

  it.each([
    ['a day to come', { lastSeen: '2026-03-10' }, 'employer.last-seen-in-future'],
    ['an end before the law’s steps are done', { plannedEnd: '2026-03-18' }, 'employer.end-too-early'],
    ['no date at all', { lastSeen: '2026-02-30' }, 'leaving.date-invalid'],
    ['nobody', { employmentId: 'E999' }, 'person.unknown'],
  ])('with %s is refused', async (_, more, code) => {
    expect(refused(await report(company.hr, company.recipient, more)).code).toBe(code);
  });

  it('is HR’s alone, and not about oneself', async () => {
    expect(outcome(await report(company.leader, company.recipient))).toBe('session.forbidden');
    expect(outcome(await report(company.branchHr, company.recipient))).toBe('session.forbidden');
    expect(refused(await report(company.hr, company.hr)).code).toBe('person.is-oneself');
  });
});
