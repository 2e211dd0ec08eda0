import type { InputOf } from '@contract/contract';
import { granted, outcome, refused } from '../company/answers';
import { freshId, type Person } from '../company/person';
import {
  caseOf,
  clockMoves,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
  taskOf,
} from './leaving-company';

let company: LeavingCompany;
let caseId: string;

/** 王芳's contract ends on Friday, 10 April; three working days before it is Wednesday morning. */
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T08:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
  await reachDepartments(company, caseId);
  await company.clockTo('2026-04-08T09:05');
  await clockMoves(company, caseId);
});
afterEach(() => company.close());

type Lines = InputOf<'settlement.propose'>['lines'];

const LINES: Lines = [
  { kind: 'wage', note: '4月1日至10日，8 个工作日', fen: 800_000 },
  { kind: 'overtime', note: '4月2日加班 2 小时', fen: 12_345 },
  { kind: 'socialInsurance', note: '4 月个人部分', fen: 105_000 },
];

const propose = async (person: Person, { lines = LINES, commandId = freshId() } = {}) =>
  person.call('settlement.propose', {
    commandId,
    caseId,
    ...(await taskOf(company, caseId, 'settlement', person)),
    lines,
  });

const view = async (person: Person) => granted(await person.call('settlement.view', { caseId }));

const answer = async (
  given: 'confirm' | 'object',
  { reason = '', commandId = freshId(), seen = '' } = {},
) => {
  const { versions } = await view(company.fang);
  return company.fang.call('settlement.answer', {
    commandId,
    caseId,
    ...(await taskOf(company, caseId, 'settlementAnswer')),
    seen: seen || (versions.at(-1)?.digest ?? ''),
    answer: given,
    reason,
  });
};

describe('a settlement', () => {
  it('is proposed before the contract ends and confirmed by the employee', async () => {
    const proposed = granted(await propose(company.finance));
    expect(proposed).toMatchObject({
      employeeName: '王芳',
      contractEnd: '2026-04-10',
      handedOverOn: null,
      propose: null,
      versions: [{ number: 1, lines: LINES, proposedByName: '何财', answer: null }],
    });
    const { settlement, nodes } = await caseOf(company, caseId);
    expect(settlement).toEqual([
      { code: 'wage', fen: 800_000 },
      { code: 'overtime', fen: 12_345 },
      { code: 'socialInsurance', fen: -105_000 },
    ]);
    expect(nodes.settlement?.dueAt).toBe(Date.parse('2026-04-10T18:00+08:00'));

    expect((await view(company.fang)).answer).not.toBeNull();
    const done = granted(await answer('confirm'));
    expect(done.versions[0]?.answer).toMatchObject({ is: 'confirmed', byName: '王芳' });
    expect((await caseOf(company, caseId)).nodes.settlementAnswer?.outcome).toBe('acknowledged');
  });

  it('that is objected to comes back to finance; the wages open on their day all the same', async () => {
    granted(await propose(company.finance));
    expect(refused(await answer('object')).code).toBe('reason.missing');
    granted(await answer('object', { reason: '少算了 3 月 28 日的加班' }));
    expect((await view(company.finance)).versions[0]?.answer).toMatchObject({
      is: 'objected',
      reason: '少算了 3 月 28 日的加班',
    });
    const more: Lines = [...LINES, { kind: 'overtime', note: '3月28日加班 4 小时', fen: 40_000 }];
    const second = granted(await propose(company.finance, { lines: more }));
    expect(second.versions.map(({ number }) => number)).toEqual([1, 2]);

    await company.clockTo('2026-04-10T09:05');
    await clockMoves(company, caseId);
    const { nodes } = await caseOf(company, caseId);
    expect(nodes.wages).toMatchObject({ status: 'open', dueAt: Date.parse('2026-04-10T18:00+08:00') });
    expect((await view(company.fang)).wagesText).toMatch(/^等待何财、钱多付清，4月10日 周五 18:00 前$/);
  });

  it('can be answered after the last day too', async () => {
    granted(await propose(company.finance));
    await company.clockTo('2026-04-13T09:00');
    const done = granted(await answer('confirm'));
    expect(done.versions[0]?.answer?.is).toBe('confirmed');
  });

  it('is the employee’s, finance’s and HR’s to see, and nobody else’s', async () => {
    granted(await propose(company.finance));
    const seen = await Promise.all([company.fang, company.finance, company.hr, company.branchHr].map(view));
    expect(seen.map(({ versions }) => versions.length)).toEqual([1, 1, 1, 1]);
    const others = [company.leader, company.recipient, company.admin, company.it];
    for (const person of others)
      expect(refused(await person.call('settlement.view', { caseId })).code).toBe('case.unknown');
    expect(refused(await company.fang.call('settlement.view', { caseId: 'none' })).code).toBe('case.unknown');
  });
});

describe('lines', () => {
  it.each([
    ['none at all', [], 'settlement.empty', {}],
    [
      'a negative amount',
      [LINES[0], { kind: 'bonus', note: '季度奖', fen: -1 }],
      'settlement.line-invalid',
      { line: 2, reason: 'negative' },
    ],
    [
      'half a 分',
      [{ kind: 'wage', note: '工资', fen: 0.5 }],
      'settlement.line-invalid',
      { line: 1, reason: 'not whole 分' },
    ],
    [
      'no word on how it was computed',
      [{ kind: 'wage', note: ' ', fen: 100 }],
      'settlement.line-invalid',
      { line: 1, reason: 'note missing' },
    ],
    [
      'more deducted than earned',
      [
        { kind: 'wage', note: '工资', fen: 100 },
        { kind: 'incomeTax', note: '个税', fen: 300 },
      ],
      'settlement.deductions-exceed-wages',
      { wagesFen: -200 },
    ],
  ])('with %s are refused, and nothing is stored', async (_, lines, code, facts) => {
    expect(refused(await propose(company.finance, { lines: lines as Lines }))).toEqual({ code, facts });
    expect((await view(company.finance)).versions).toEqual([]);
  });

  it('cannot be damages or a deposit: there is no such kind', async () => {
    const answered = await company.finance.callWith('settlement.propose', {
      commandId: freshId(),
      caseId,
      ...(await taskOf(company, caseId, 'settlement', company.finance)),
      lines: [{ kind: 'damages', note: '电脑损坏赔偿', fen: 100_000 }],
    });
    expect(answered).toMatchObject({
      refusal: {
        code: 'input.invalid',
        facts: { issues: [{ field: 'lines.0.kind', reason: 'not-offered' }] },
      },
    });
  });
});

describe('two at once', () => {
  it('of finance: one proposal stands, the other hears whose', async () => {
    const answers = await Promise.all([propose(company.finance), propose(company.secondFinance)]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'task.already-decided']);
    expect((await view(company.fang)).versions).toHaveLength(1);
  });

  it('taps of one proposal make one version', async () => {
    const commandId = freshId();
    const link = await taskOf(company, caseId, 'settlement', company.finance);
    const input = { commandId, caseId, ...link, lines: LINES };
    const answers = await Promise.all([1, 2, 3].map(() => company.finance.call('settlement.propose', input)));
    expect(answers.map(outcome)).toEqual(['ok', 'ok', 'ok']);
    expect((await view(company.finance)).versions).toHaveLength(1);
  });

  it('taps of one answer are one answer', async () => {
    granted(await propose(company.finance));
    const { versions } = await view(company.fang);
    const input = {
      commandId: freshId(),
      caseId,
      ...(await taskOf(company, caseId, 'settlementAnswer')),
      seen: versions[0]?.digest ?? '',
      answer: 'confirm',
      reason: '',
    } as const;
    expect(outcome(await company.fang.call('settlement.answer', input))).toBe('ok');
    expect(outcome(await company.fang.call('settlement.answer', input))).toBe('ok');
    expect(
      refused(await company.fang.call('settlement.answer', { ...input, commandId: freshId() })).code,
    ).toBe('settlement.answered');
  });
});

it('what the employee has not seen is not confirmed', async () => {
  granted(await propose(company.finance));
  expect(refused(await answer('confirm', { seen: 'f'.repeat(64) }))).toMatchObject({
    code: 'settlement.changed',
    facts: { version: 1 },
  });
});

it('nobody answers for the employee, and nobody proposes for finance', async () => {
  granted(await propose(company.finance));
  const link = await taskOf(company, caseId, 'settlementAnswer');
  const { versions } = await view(company.hr);
  const forged = await company.hr.call('settlement.answer', {
    commandId: freshId(),
    caseId,
    ...link,
    seen: versions[0]?.digest ?? '',
    answer: 'confirm',
    reason: '',
  });
  expect(outcome(forged)).not.toBe('ok');
  expect((await caseOf(company, caseId)).nodes.settlementAnswer?.status).toBe('open');
});
