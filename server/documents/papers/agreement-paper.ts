import { yuanText } from '@domain/offboarding/yuan-text';
import { addDays } from '@domain/time/local-date';
import type { LocalDate } from '@domain/time/local-date';
import { dayText } from '@domain/offboarding/day-text';
import type { Paper, SignatureParty } from '../paper';
import type { Employee, PaperHeading } from './paper-heading';

export interface AgreementContent extends PaperHeading {
  readonly employee: Employee;
  readonly contractEnd: LocalDate;
  /** Whole 分; 0 when none was agreed. */
  readonly compensationFen: number;
  /** What else the two agreed, a sentence each. */
  readonly furtherTerms: readonly string[];
  readonly employeeSigned: ReliablySigned;
  readonly companySigned: ReliablySigned;
  /** Who signs for the company. */
  readonly representative: string;
}

/** A basic signature does not sign this; null leaves the line empty for the provider or for paper. */
type ReliablySigned = (NonNullable<SignatureParty['signed']> & { readonly level: 'reliable' }) | null;

const TRANSFER_DAYS = 15;

/** 离职协议 by agreement (劳动合同法 art. 36). Only compensation is tied to the handover. */
export const agreementPaper = ({
  employee,
  contractEnd,
  compensationFen,
  furtherTerms,
  employeeSigned,
  companySigned,
  representative,
  ...heading
}: AgreementContent): Paper => {
  const clauses = [
    `双方经协商一致，根据《中华人民共和国劳动合同法》第三十六条，于${dayText(contractEnd)}解除劳动合同。`,
    `甲方于${dayText(contractEnd)}一次付清乙方截至当日的工资，出具解除劳动合同的证明。工资的支付、证明的出具不以工作交接为条件。`,
    compensationFen > 0
      ? `甲方向乙方支付经济补偿人民币 ${yuanText(compensationFen)} 元，在乙方办结工作交接时支付。`
      : '双方确认本次解除不涉及经济补偿。',
    `甲方于${dayText(addDays(contractEnd, TRANSFER_DAYS))}前为乙方办理档案和社会保险关系转移手续。`,
    '乙方按交接清单办理工作交接，归还领用的资产。',
    ...furtherTerms,
    '本协议自双方签署之日起生效。双方各持一份，内容相同。',
  ];
  return {
    ...heading,
    title: '离职协议',
    blocks: [
      {
        kind: 'fields',
        rows: [
          ['甲方（用人单位）', heading.organisation],
          ['乙方（劳动者）', `${employee.name}，身份证件号码${employee.idNumber}`],
          ['部门与岗位', `${employee.department} ${employee.post}`],
        ],
      },
      ...clauses.map((text, index) => ({
        kind: 'paragraph' as const,
        text: `${index + 1}．${text}`,
        indent: false,
      })),
      {
        kind: 'signatures',
        parties: [
          { role: '甲方代表', name: representative, signed: companySigned },
          { role: '乙方', name: employee.name, signed: employeeSigned },
        ],
      },
      { kind: 'note', text: '本协议应使用可靠的电子签名或在纸上签署；系统的基础签名不用于本协议。' },
    ],
  };
};
