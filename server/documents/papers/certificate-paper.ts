import type { CertificateContent, ContractTerm } from '@domain/offboarding/certificate-content';
import { reasonSentence } from '@domain/offboarding/certificate-reason';
import { dayText } from '@domain/offboarding/day-text';
import type { Block, Paper } from '../paper';
import type { PaperHeading } from './paper-heading';

export interface CertificateInput extends Omit<PaperHeading, 'organisation'> {
  readonly content: CertificateContent;
}

/** 解除（终止）劳动合同证明: the statutory content and nothing else (劳动合同法实施条例 art. 24). */
export function certificatePaper({ content, ...heading }: CertificateInput): Paper {
  const ending = content.ending === 'dissolved' ? '解除' : '终止';
  const reason: Block[] =
    content.reason === null
      ? []
      : [{ kind: 'paragraph', text: reasonSentence(content.ending, content.reason) }];
  return {
    ...heading,
    organisation: content.organisation,
    title: `${ending}劳动合同证明书`,
    blocks: [
      {
        kind: 'paragraph',
        text: `兹证明${content.name}（身份证件号码${content.idNumber}）与我单位的劳动合同已于${dayText(content.endDate)}${ending}。`,
      },
      {
        kind: 'fields',
        rows: [
          ['姓名', content.name],
          ['身份证件号码', content.idNumber],
          ['劳动合同期限', termText(content.term)],
          [`${ending}日期`, dayText(content.endDate)],
          ['工作岗位', content.post],
          ['本单位工作年限', content.service],
        ],
      },
      ...reason,
      { kind: 'paragraph', text: '特此证明。' },
      {
        kind: 'closing',
        lines: [`${content.organisation}（盖章）`, dayText(content.issuedOn)],
      },
    ],
  };
}

function termText(term: ContractTerm): string {
  switch (term.kind) {
    case 'fixed':
      return `固定期限，${dayText(term.from)}至${dayText(term.to)}`;
    case 'open':
      return `无固定期限，自${dayText(term.from)}起`;
    case 'task':
      return `以完成一定工作任务为期限，自${dayText(term.from)}起`;
  }
}
