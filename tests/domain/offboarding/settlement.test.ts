import fc from 'fast-check';
import {
  confirmSettlement,
  currentSettlement,
  objectToSettlement,
  proposeSettlement,
} from '@domain/offboarding/settlement';
import type { AnswerRefusal, ProposalRefusal, Settlement } from '@domain/offboarding/settlement';
import {
  caseLinesOf,
  LINE_TITLES,
  isDeduction,
  paymentsOf,
  totalsOf,
} from '@domain/offboarding/settlement-lines';
import type { LineKind, SettlementLine } from '@domain/offboarding/settlement-lines';
import { yuanText } from '@domain/offboarding/yuan-text';
import type { Result } from '@domain/result';
import { instantOf } from '@domain/time/instant';
import { localDateOf } from '@domain/time/local-date';
import { sha256 } from '../evidence/sha256';

const at = instantOf(1);
const line = (kind: LineKind, fen: number, note = '按考勤计算'): SettlementLine => ({ kind, fen, note });
const LINES = [
  line('wage', 1_200_000, '2026年11月1日至21日'),
  line('annualLeave', 330_000),
  line('compensation', 2_500_000),
  line('incomeTax', 40_000),
  line('socialInsurance', 126_050),
];
const none: Settlement = { caseId: 'case-1', versions: [] };
const propose = (settlement: Settlement, lines: readonly SettlementLine[]) =>
  proposeSettlement(settlement, lines, 'p-finance', at, sha256);
const did = (answer: Result<Settlement, AnswerRefusal | ProposalRefusal>): Settlement => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};
const proposed = did(propose(none, LINES));
const seen = currentSettlement(proposed)?.digest ?? '';
const end = localDateOf('2026-11-21');

it('adds up in whole 分', () => {
  expect(totalsOf(LINES)).toEqual({
    earningsFen: 4_030_000,
    deductionsFen: 166_050,
    wagesFen: 1_363_950,
    compensationFen: 2_500_000,
    payableFen: 3_863_950,
  });
});

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [123_456_789, '1,234,567.89'],
  [100, '1.00'],
  [-99_999, '-999.99'],
])('%d 分 reads %s', (fen, text) => expect(yuanText(fen)).toBe(text));

const anyKind = fc.constantFrom(...(Object.keys(LINE_TITLES) as LineKind[]));
const anyLines = fc.array(
  fc.record({ kind: anyKind, note: fc.constant(''), fen: fc.integer({ min: 0, max: 10_000_000_000 }) }),
  { maxLength: 100 },
);

it('what is paid is what is earned less what is deducted, to the 分', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const totals = totalsOf(lines);
      const sum = lines.reduce((total, { kind, fen }) => total + (isDeduction(kind) ? -fen : fen), 0);
      return totals.payableFen === sum && Number.isSafeInteger(sum);
    }),
  );
});

it('goes to the workflow with deductions negative, and the same sum', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const sent = caseLinesOf(lines);
      const sum = sent.reduce((total, { fen }) => total + fen, 0);
      return sum === totalsOf(lines).payableFen && sent.every(({ fen }) => !Object.is(fen, -0));
    }),
  );
});

describe('law: only compensation may wait for the handover', () => {
  it('every other line is due when the contract ends, whatever the handover is', () => {
    fc.assert(
      fc.property(anyLines, fc.boolean(), (lines, done) => {
        const payments = paymentsOf(lines, end, done ? localDateOf('2027-03-01') : null);
        return payments.every(({ line: { kind }, dueOn }) => kind === 'compensation' || dueOn === end);
      }),
    );
  });

  it('compensation is due once the handover is done, and never before the contract ends', () => {
    const due = (handedOverOn: string | null) =>
      paymentsOf([line('compensation', 1)], end, handedOverOn === null ? null : localDateOf(handedOverOn))[0]
        ?.dueOn;
    expect(due(null)).toBeNull();
    expect(due('2026-11-20')).toBe('2026-11-21');
    expect(due('2026-12-02')).toBe('2026-12-02');
  });
});

describe('a proposal', () => {
  it.each([
    [0.5, 'not whole 分'],
    [Number.NaN, 'not whole 分'],
    [-1, 'negative'],
    [10_000_000_001, 'too large'],
  ])('with a line of %p 分 is refused: %s', (fen, reason) => {
    expect(propose(none, [line('wage', 1), line('wage', fen)])).toMatchObject({
      refusal: { code: 'settlement.line-invalid', facts: { line: 2, reason } },
    });
  });

  it('without lines, with too many, or with a note nobody can print, is refused', () => {
    expect(propose(none, [])).toMatchObject({ refusal: { code: 'settlement.empty' } });
    expect(
      propose(
        none,
        Array.from({ length: 101 }, () => line('wage', 1)),
      ),
    ).toMatchObject({
      refusal: { code: 'settlement.too-many-lines' },
    });
    expect(propose(none, [line('wage', 1, '\ud83d')])).toMatchObject({
      refusal: { facts: { reason: 'broken character' } },
    });
    expect(propose(none, [line('wage', 1, ' ')])).toMatchObject({
      refusal: { facts: { reason: 'note missing' } },
    });
    expect(propose(none, [line('wage', 1, 'x'.repeat(201))])).toMatchObject({
      refusal: { facts: { reason: 'note too long' } },
    });
  });

  it('that deducts more than the wages is refused, even where compensation would cover it', () => {
    expect(
      propose(none, [line('wage', 100), line('compensation', 900), line('socialInsurance', 101)]),
    ).toMatchObject({
      refusal: { code: 'settlement.deductions-exceed-wages', facts: { wagesFen: -1 } },
    });
  });
});

describe('the employee', () => {
  it('confirms what they saw, once', () => {
    const confirmed = did(confirmSettlement(proposed, seen, 'zhang', at));
    expect(currentSettlement(confirmed)?.answer).toEqual({ is: 'confirmed', by: 'zhang', at });
    expect(confirmSettlement(confirmed, seen, 'zhang', at)).toMatchObject({
      refusal: { code: 'settlement.answered' },
    });
  });

  it('objects with a reason; finance answers with version 2, and version 1 stays with the objection', () => {
    expect(objectToSettlement(proposed, seen, 'zhang', at, ' ')).toMatchObject({
      refusal: { code: 'settlement.reason-blank' },
    });
    const objected = did(objectToSettlement(proposed, seen, 'zhang', at, '加班工资没有算'));
    const second = did(propose(objected, [...LINES, line('overtime', 80_000)]));
    expect(second.versions).toMatchObject([
      { number: 1, answer: { is: 'objected', reason: '加班工资没有算' } },
      { number: 2, answer: null },
    ]);
  });

  it('cannot confirm what has changed since', () => {
    const second = did(propose(proposed, LINES));
    expect(confirmSettlement(second, seen, 'zhang', at)).toMatchObject({
      refusal: { code: 'settlement.changed', facts: { version: 2 } },
    });
  });

  it('has nothing to confirm before there is a proposal', () => {
    expect(confirmSettlement(none, '', 'zhang', at)).toMatchObject({ refusal: { code: 'settlement.empty' } });
  });
});
