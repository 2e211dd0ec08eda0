import type { Digest } from '@domain/evidence/digest';
import { nonCompeteSentences } from '@domain/offboarding/non-compete';
import type { NonCompeteTerms } from '@domain/offboarding/non-compete';
import { yuanText } from '@domain/offboarding/yuan-text';
import { digestLines } from '../digest-text';
import type { Paper } from '../paper';
import type { Employee, PaperHeading } from './paper-heading';

export interface NonCompeteContent extends PaperHeading {
  readonly employee: Employee;
  readonly terms: NonCompeteTerms;
  /** SHA-256 of the terms: what is signed, or objected to. */
  readonly digest: Digest;
  /** '2026年10月23日 10:00'. */
  readonly writtenAt: string;
  /** Who wrote it for the company. */
  readonly writtenBy: string;
}

/**
 * 竞业限制告知书 (劳动合同法 art. 23, 24): made before anybody signs. A basic signature does not sign this: the lines stay
 * empty for paper.
 */
export const nonCompetePaper = ({
  employee,
  terms,
  digest,
  writtenAt,
  writtenBy,
  ...heading
}: NonCompeteContent): Paper => ({
  ...heading,
  title: '竞业限制告知书',
  blocks: [
    {
      kind: 'fields',
      rows: [
        ['用人单位', heading.organisation],
        ['劳动者', `${employee.name}，身份证件号码${employee.idNumber}`],
        ['部门与岗位', `${employee.department} ${employee.post}`],
        ['限制期限', `自劳动合同终止次日起 ${terms.months} 个月`],
        [
          '经济补偿',
          `每月 ${yuanText(terms.monthlyFen)} 元，${terms.months} 个月合计 ${yuanText(terms.monthlyFen * terms.months)} 元`,
        ],
        ['内容摘要', digestLines(digest)],
        ['拟定', `${writtenBy}，${writtenAt}`],
      ],
    },
    ...nonCompeteSentences(terms).map((text, index) => ({
      kind: 'paragraph' as const,
      text: `${index + 1}．${text}`,
      indent: false,
    })),
    {
      kind: 'signatures',
      parties: [
        { role: '用人单位代表', name: writtenBy, signed: null },
        { role: '劳动者', name: employee.name, signed: null },
      ],
    },
    {
      kind: 'note',
      text: '签署或提出异议所针对的，是上面的内容摘要对应的文字。本告知书应使用可靠的电子签名或在纸上签署；系统的基础签名不用于本告知书。',
    },
  ],
});
