import {
  checkNonCompete,
  nonCompeteDigest,
  nonCompeteSentences,
  type NonCompeteTerms,
} from '@domain/offboarding/non-compete';
import { sha256 } from '../evidence/sha256';

const terms: NonCompeteTerms = {
  scope: '同类云考勤产品的研发',
  area: '上海市',
  months: 12,
  monthlyFen: 1_000_000,
};

it('says how long, where, what is paid, and that nothing hangs on signing', () => {
  const text = nonCompeteSentences(terms).join('');
  for (const part of ['12 个月', '上海市', '10,000.00 元', '第二十四条', '不签也不影响离职、工资和离职证明'])
    expect(text).toContain(part);
});

it.each([
  ['scope', ' ', 'blank'],
  ['area', '', 'blank'],
  ['scope', 'x'.repeat(501), 'too long'],
  ['area', '\ud83d', 'broken character'],
  ['months', 25, 'out of range'],
  ['months', 0, 'out of range'],
  ['months', 1.5, 'not whole'],
  ['monthlyFen', 0, 'out of range'],
  ['monthlyFen', -1, 'out of range'],
  ['monthlyFen', 0.5, 'not whole'],
] as const)('with %s %p is refused: %s', (field, value, why) => {
  expect(checkNonCompete({ ...terms, [field]: value })).toMatchObject({
    refusal: { code: 'non-compete.invalid', facts: { field, why } },
  });
});

it('is another document with other terms, or in another case', () => {
  const digests = [
    nonCompeteDigest('case-1', terms, sha256),
    nonCompeteDigest('case-2', terms, sha256),
    nonCompeteDigest('case-1', { ...terms, months: 13 }, sha256),
  ];
  expect(new Set(digests).size).toBe(3);
});
