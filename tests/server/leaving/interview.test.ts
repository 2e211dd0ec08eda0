import { interviews } from '@server/repositories/interviews';
import { commits } from '@server/repositories/commits';
import { granted, outcome, refused } from '../company/answers';
import { freshId, type Person } from '../company/person';
import {
  caseOf,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
  taskOf,
} from './leaving-company';

let company: LeavingCompany;
let caseId: string;

beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T08:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
  await reachDepartments(company, caseId);
});
afterEach(() => company.close());

const WORDS = '希望以后有人听一线的意见';

const answer = async (
  person: Person,
  { reasons = ['growth', 'pay'] as ('growth' | 'pay')[], words = WORDS, commandId = freshId() } = {},
) =>
  person.call('interview.answer', {
    commandId,
    caseId,
    ...(await taskOf(company, caseId, 'interview')),
    reasons,
    words,
  });

const view = (person: Person) => person.call('interview.view', { caseId });

describe('an exit interview', () => {
  it('reaches HR and closes the step', async () => {
    granted(await answer(company.fang));
    for (const person of [company.hr, company.branchHr, company.fang])
      expect(granted(await view(person)).answers).toMatchObject({ reasons: ['growth', 'pay'], words: WORDS });
    expect((await caseOf(company, caseId)).nodes.interview?.outcome).toBe('completed');
  });

  it('never reaches the leader, the recipient or any department', async () => {
    granted(await answer(company.fang));
    const { leader, recipient, finance, admin, it: itDesk } = company;
    for (const person of [leader, recipient, finance, admin, itDesk]) {
      expect(refused(await view(person)).code).toBe('case.unknown');
      const seen = await person.call('case.view', { caseId, taskId: null, round: null });
      expect(outcome(seen)).toBe('ok');
      expect(JSON.stringify(seen)).not.toContain(WORDS);
      expect(JSON.stringify(seen)).not.toMatch(/发展空间|growth/);
    }
    expect(refused(await leader.call('interviews.summary', { year: 2026 })).code).toBe('session.forbidden');
  });

  it('is on no log, and its words lie sealed', async () => {
    granted(await answer(company.fang));
    const log = JSON.stringify([
      await commits.ofCase(company.database, caseId),
      await caseOf(company, caseId),
      company.log,
    ]);
    expect(log).not.toContain(WORDS);
    expect(log).not.toContain('growth');
    const kept = await interviews.read(company.database, caseId);
    expect(kept?.words?.sealed).toEqual(expect.any(String));
    expect(JSON.stringify(kept)).not.toContain(WORDS);
  });

  it('is forgotten with the rest of the case when its time is over', async () => {
    granted(await answer(company.fang));
    await interviews.forget(company.database, caseId);
    expect(await interviews.read(company.database, caseId)).toMatchObject({ reasons: [], words: null });
    expect(granted(await view(company.hr)).answers).toMatchObject({ reasons: [], words: '' });
  });

  it('need not be given: nothing is said, nothing is stored, the step is done', async () => {
    granted(await answer(company.fang, { reasons: [], words: ' ' }));
    expect(await interviews.read(company.database, caseId)).toBeNull();
    expect((await caseOf(company, caseId)).nodes.interview?.outcome).toBe('completed');
    expect(granted(await view(company.hr)).answers).toBeNull();
  });

  it('is nobody else’s to answer, and one tap is one answer', async () => {
    expect(outcome(await answer(company.hr))).not.toBe('ok');
    expect(await interviews.read(company.database, caseId)).toBeNull();
    const commandId = freshId();
    const link = await taskOf(company, caseId, 'interview');
    const input = { commandId, caseId, ...link, reasons: ['pay'], words: '' } as const;
    const taps = await Promise.all(
      [1, 2, 3].map(() => company.fang.call('interview.answer', { ...input, reasons: ['pay'] })),
    );
    expect(taps.map(outcome)).toEqual(['ok', 'ok', 'ok']);
  });

  it('cannot finish another step by its link', async () => {
    const link = await taskOf(company, caseId, 'handover');
    const elsewhere = await company.fang.call('interview.answer', {
      commandId: freshId(),
      caseId,
      ...link,
      reasons: [],
      words: '',
    });
    expect(refused(elsewhere).code).toBe('case.unknown');
    expect((await caseOf(company, caseId)).nodes.handover?.status).toBe('open');
  });

  it('takes no reason that is not offered', async () => {
    const answered = await company.fang.callWith('interview.answer', {
      commandId: freshId(),
      caseId,
      ...(await taskOf(company, caseId, 'interview')),
      reasons: ['revenge'],
      words: '',
    });
    expect(answered).toMatchObject({ refusal: { code: 'input.invalid' } });
  });
});

describe('the summary', () => {
  /** Answers of leavers of former months, as they were stored. */
  const said = async (count: number, departmentName: string, month: string, branchId = 'shanghai') => {
    for (let index = 0; index < count; index += 1)
      await company.database.add('interviews', {
        _id: freshId(),
        branchId,
        departmentName,
        year: Number(month.slice(0, 4)),
        month,
        at: 0,
        reasons: ['pay'],
        words: null,
      } as never);
  };
  const summary = async (person: Person) => granted(await person.call('interviews.summary', { year: 2026 }));

  it('shows departments of five and more, and nothing of smaller ones', async () => {
    await said(5, '客服部', '2026-02');
    await said(4, '研发部', '2026-02');
    const seen = await summary(company.hr);
    expect(seen).toEqual({
      groups: [{ group: '客服部', people: 5, reasons: [{ reason: 'pay', people: 5 }] }],
      all: { group: null, people: 5, reasons: [{ reason: 'pay', people: 5 }] },
      someHidden: true,
      periodText: '2026年1月至2月',
    });
  });

  it('does not count the month that is still running', async () => {
    await said(4, '客服部', '2026-02');
    await said(3, '客服部', '2026-03');
    expect((await summary(company.hr)).groups).toEqual([]);
  });

  it('is the own branch’s for HR of a branch', async () => {
    await said(6, '客服部', '2026-02', 'suzhou');
    expect((await summary(company.branchHr)).groups).toEqual([]);
    expect((await summary(company.hr)).groups).toHaveLength(1);
  });
});
