import { isDeduction, LINE_TITLES, paymentsOf, totalsOf } from '@domain/offboarding/settlement-lines';
import type { SettlementVersion } from '@domain/offboarding/settlement';
import { yuanText } from '@domain/offboarding/yuan-text';
import type { LocalDate } from '@domain/time/local-date';
import { dayText } from '@domain/offboarding/day-text';
import type { Paper } from '../paper';
import type { Employee, PaperHeading } from './paper-heading';

export interface SettlementContent extends PaperHeading {
  readonly employee: Employee;
  readonly contractEnd: LocalDate;
  readonly handedOverOn: LocalDate | null;
  readonly version: SettlementVersion;
  /** '2026年11月23日 10:00'; null until the employee answers. */
  readonly answeredAt: string | null;
}

/** 离职结算单: every line with when it is paid, and what the employee said to it. */
export const settlementPaper = ({
  employee,
  contractEnd,
  handedOverOn,
  version,
  answeredAt,
  ...heading
}: SettlementContent): Paper => {
  const totals = totalsOf(version.lines);
  const payments = paymentsOf(version.lines, contractEnd, handedOverOn);
  return {
    ...heading,
    title: '离职结算单',
    blocks: [
      {
        kind: 'fields',
        rows: [
          ['员工', `${employee.name}（${employee.department} ${employee.post}）`],
          ['劳动合同解除日', dayText(contractEnd)],
          ['版本', `第 ${version.number} 版`],
          ['员工意见', answerText(version, answeredAt)],
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: '项目', share: 4.4 },
          { title: '说明', share: 3.6 },
          { title: '支付时间', share: 2.8 },
          { title: '金额（元）', share: 2.2, align: 'right' },
        ],
        rows: payments.map(({ line, dueOn }) => [
          LINE_TITLES[line.kind],
          line.note,
          dueOn === null ? '办结工作交接时' : dayText(dueOn),
          yuanText(isDeduction(line.kind) ? -line.fen : line.fen),
        ]),
        sums: [
          ['工资等应付合计', '', '', yuanText(totals.wagesFen)],
          ...(totals.compensationFen > 0 ? [['经济补偿', '', '', yuanText(totals.compensationFen)]] : []),
          ['总计', '', '', yuanText(totals.payableFen)],
        ],
      },
      {
        kind: 'note',
        text: '工资等款项在劳动合同解除时一次付清（《工资支付暂行规定》第九条），不因工作交接、异议或其他事项推迟；只有经济补偿在办结工作交接时支付（《劳动合同法》第五十条）。员工有异议的，先付没有争议的部分。',
      },
    ],
  };
};

function answerText({ answer }: SettlementVersion, answeredAt: string | null): string {
  if (answer === null) return '尚未答复';
  const at = answeredAt === null ? '' : `（${answeredAt}）`;
  return answer.is === 'confirmed' ? `已确认${at}` : `有异议${at}：${answer.reason}`;
}
