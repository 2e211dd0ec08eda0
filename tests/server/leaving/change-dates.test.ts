import type { InputOf } from '@contract/contract';
import { employments } from '@server/repositories/employments';
import { granted, refused } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { callsOn, newsOf } from './case-calls';
import { caseOf, giveNotice, type LeavingCompany, openLeavingCompany } from './leaving-company';

type Dates = InputOf<'case.changeDates'>['dates'];

let company: LeavingCompany;
let caseId: string;
const { view, move, actAt } = callsOn(
  () => company,
  () => caseId,
);

const USUAL: Dates = {
  lastDay: '2026-04-10',
  contractEnd: '2026-04-10',
  payrollEnd: '2026-04-10',
  handoverDue: '2026-04-10',
  accessEnd: { date: '2026-04-10', minute: 1080 },
};
const change = (person: Person, dates: Partial<Dates>, more: Partial<InputOf<'case.changeDates'>> = {}) =>
  person.call('case.changeDates', {
    commandId: freshId(),
    caseId,
    dates: { ...USUAL, ...dates },
    reason: '双方商定',
    agreed: true,
    ...more,
  });
const endOf = async () => {
  const found = await employments.read(company.database, company.fang.employmentId);
  return { lastDay: found?.lastDay, accessEndsAt: found?.accessEndsAt };
};

beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T09:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
});
afterEach(() => company.close());

describe('HR changes dates of a leaving', () => {
  it('sees them as they hold; nobody else does', async () => {
    expect((await view(company.hr)).dates).toEqual(USUAL);
    expect((await view(company.fang)).dates).toBeUndefined();
    expect((await view(company.leader)).dates).toBeUndefined();
  });

  it('moves them with a reason: the employment follows and the employee is told', async () => {
    const later = { lastDay: '2026-04-17', contractEnd: '2026-04-30', payrollEnd: '2026-04-30' };
    const accessEnd = { date: '2026-04-17', minute: 750 };
    const commandId = freshId();
    const { view: seen } = granted(await change(company.hr, { ...later, accessEnd }, { commandId }));
    expect(seen.dates).toEqual({ ...USUAL, ...later, accessEnd });
    expect(await endOf()).toEqual({
      lastDay: '2026-04-17',
      accessEndsAt: Date.parse('2026-04-17T12:30+08:00'),
    });
    expect((await newsOf(company.fang))[0]).toMatch(/^通知离职 · /);
    const { seq } = await caseOf(company, caseId);
    granted(await change(company.hr, { ...later, accessEnd }, { commandId }));
    expect((await caseOf(company, caseId)).seq).toBe(seq);
  });

  it.each<[string, Partial<Dates>, unknown]>([
    [
      'a payroll that ends before the contract',
      { contractEnd: '2026-04-30' },
      { code: 'leaving.dates-contradict', facts: { label: '薪资截止日', why: 'before the contract ends' } },
    ],
    [
      'a contract that ends before the work',
      { contractEnd: '2026-04-09' },
      {
        code: 'leaving.dates-contradict',
        facts: { label: '合同终止日', why: 'before the last working day' },
      },
    ],
    [
      'a last day before the notice',
      { lastDay: '2026-03-08' },
      { code: 'leaving.dates-contradict', facts: { label: '最后工作日', why: 'before the notice arrived' } },
    ],
    [
      'a day that is none',
      { payrollEnd: '2026-04-31' },
      { code: 'dates.invalid', facts: { label: '薪资截止日' } },
    ],
    [
      'a handover before the notice',
      { handoverDue: '2026-03-08' },
      { code: 'dates.before-notice', facts: { label: '交接截止日', notice: '3月9日 周一' } },
    ],
  ])('refuses %s, and changes nothing', async (_, dates, refusal) => {
    const before = (await caseOf(company, caseId)).dates;
    expect(refused(await change(company.hr, dates))).toEqual(refusal);
    expect((await caseOf(company, caseId)).dates).toEqual(before);
  });

  it('without a reason, or the last day without the employee’s consent, nothing changes', async () => {
    expect(refused(await change(company.hr, {}, { reason: ' ' })).code).toBe('reason.missing');
    const later = { lastDay: '2026-04-17', contractEnd: '2026-04-17', payrollEnd: '2026-04-17' };
    expect(refused(await change(company.hr, later, { agreed: false })).code).toBe('leaving.dates-unagreed');
    granted(await change(company.hr, { payrollEnd: '2026-04-30' }, { agreed: false }));
    expect((await caseOf(company, caseId)).dates).toMatchObject({
      lastDay: '2026-04-10',
      payrollEnd: '2026-04-30',
    });
  });

  it.each(['fang', 'leader', 'branchHr', 'finance'] as const)('is not %s’s to do', async (who) => {
    expect(['action.not-yours', 'case.unknown']).toContain(refused(await change(company[who], {})).code);
    expect((await caseOf(company, caseId)).dates.contractEnd).toBeUndefined();
  });

  it('what HR set apart comes along when the employee accepts another last day', async () => {
    granted(
      await change(company.hr, { payrollEnd: '2026-04-15', accessEnd: { date: '2026-04-09', minute: 720 } }),
    );
    granted(await actAt(company.leader, 'leader', 'proposeDate', { lastDay: '2026-04-24' }));
    granted(await move(company.fang, 'answerDate', { yes: true }));
    expect((await view(company.hr)).dates).toEqual({
      lastDay: '2026-04-24',
      contractEnd: '2026-04-24',
      payrollEnd: '2026-04-29',
      handoverDue: '2026-04-24',
      accessEnd: { date: '2026-04-23', minute: 720 },
    });
    expect(await endOf()).toEqual({
      lastDay: '2026-04-24',
      accessEndsAt: Date.parse('2026-04-23T12:00+08:00'),
    });
  });

  it('of two who press at once neither undoes the other by half', async () => {
    const answers = await Promise.all([
      change(company.hr, { contractEnd: '2026-04-30', payrollEnd: '2026-04-30' }),
      change(company.hr, { payrollEnd: '2026-04-20' }),
    ]);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    const { dates } = await view(company.hr);
    expect(dates!.payrollEnd >= dates!.contractEnd).toBe(true);
  });
});
