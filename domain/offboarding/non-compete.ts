import { isWellFormed } from '../evidence/canonical-json';
import { tagged } from '../evidence/digest';
import type { Digest, DigestText } from '../evidence/digest';
import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import { yuanText } from './yuan-text';

/** What a non-compete binds to, and what it is paid with. */
export interface NonCompeteTerms {
  /** Which work, for which competitors. */
  readonly scope: string;
  readonly area: string;
  /** From the end of the contract. */
  readonly months: number;
  /** Whole 分 a month, for as long as it binds. */
  readonly monthlyFen: number;
}

/** 劳动合同法 art. 24: two years at most. */
export const LONGEST_MONTHS = 24;
const LONGEST_TEXT = 500;
const LARGEST_FEN = 10_000_000_000;

export type NonCompeteRefusal = Refusal<
  'non-compete.invalid',
  {
    readonly field: keyof NonCompeteTerms;
    readonly why: 'blank' | 'too long' | 'broken character' | 'not whole' | 'out of range';
    readonly most: number;
  }
>;

/** Refuses, by its field, what the law does not allow: no end, more than two years, nothing paid. */
export function checkNonCompete(terms: NonCompeteTerms): Result<NonCompeteTerms, NonCompeteRefusal> {
  const no = (
    field: keyof NonCompeteTerms,
    why: NonCompeteRefusal['facts']['why'],
    most: number = LONGEST_TEXT,
  ) => refuse('non-compete.invalid', { field, why, most });
  for (const field of ['scope', 'area'] as const) {
    if (terms[field].trim() === '') return no(field, 'blank');
    if (terms[field].length > LONGEST_TEXT) return no(field, 'too long');
    if (!isWellFormed(terms[field])) return no(field, 'broken character');
  }
  for (const [field, most] of [
    ['months', LONGEST_MONTHS],
    ['monthlyFen', LARGEST_FEN],
  ] as const) {
    if (!Number.isSafeInteger(terms[field])) return no(field, 'not whole', most);
    if (terms[field] < 1 || terms[field] > most) return no(field, 'out of range', most);
  }
  return ok(terms);
}

/** What the employee reads before signing, or objecting to it: sentences, each with its article where there is one. */
export const nonCompeteSentences = ({
  scope,
  area,
  months,
  monthlyFen,
}: NonCompeteTerms): readonly string[] => [
  `合同终止后 ${months} 个月内，不从事：${scope}。`,
  `地域范围：${area}。`,
  `限制期内公司按月支付经济补偿 ${yuanText(monthlyFen)} 元（《劳动合同法》第二十三条）。`,
  '只约束高级管理人员、高级技术人员和其他负有保密义务的人员，最长不超过二年（《劳动合同法》第二十四条）。',
  '你可以提出异议，不签也不影响离职、工资和离职证明。',
];

/** The very text whose digest is signed, or objected to. */
export const nonCompeteText = (caseId: string, terms: NonCompeteTerms): string =>
  tagged('zhoudao.content.v1', { caseId, nonCompete: { ...terms } });

export const nonCompeteDigest = (caseId: string, terms: NonCompeteTerms, digest: DigestText): Digest =>
  digest(nonCompeteText(caseId, terms));
