import type { SettlementLine as CaseLine } from '../approval/case';
import type { LocalDate } from '../time/local-date';

/** What is owed, by kind. Damages are not here: they are never taken out of the last wages by this product. */
export type EarningKind = 'wage' | 'overtime' | 'annualLeave' | 'bonus' | 'reimbursement' | 'compensation';

/** The only deductions: those that 工资支付暂行规定 art. 15 names. */
export type DeductionKind = 'incomeTax' | 'socialInsurance' | 'housingFund' | 'courtOrder';

export type LineKind = EarningKind | DeductionKind;

export const LINE_TITLES: Readonly<Record<LineKind, string>> = {
  wage: '工资',
  overtime: '加班工资',
  annualLeave: '未休年休假工资报酬',
  bonus: '奖金、津贴',
  reimbursement: '报销款',
  compensation: '经济补偿',
  incomeTax: '代扣个人所得税',
  socialInsurance: '代扣社会保险费（个人部分）',
  housingFund: '代扣住房公积金（个人部分）',
  courtOrder: '法院裁判要求代扣的款项',
};

export const LINE_KINDS = Object.keys(LINE_TITLES) as readonly LineKind[];

export const isDeduction = (kind: LineKind): kind is DeductionKind =>
  kind === 'incomeTax' || kind === 'socialInsurance' || kind === 'housingFund' || kind === 'courtOrder';

/** `fen` is whole 分, never negative: the kind says which way it goes. */
export interface SettlementLine {
  readonly kind: LineKind;
  /** How it was computed, in words; never blank. */
  readonly note: string;
  readonly fen: number;
}

export interface SettlementTotals {
  readonly earningsFen: number;
  readonly deductionsFen: number;
  /** Everything but compensation, less deductions: paid when the contract ends, whatever else is open. */
  readonly wagesFen: number;
  readonly compensationFen: number;
  readonly payableFen: number;
}

export function totalsOf(lines: readonly SettlementLine[]): SettlementTotals {
  const sum = (which: (kind: LineKind) => boolean) =>
    lines.filter(({ kind }) => which(kind)).reduce((total, { fen }) => total + fen, 0);
  const deductionsFen = sum(isDeduction);
  const compensationFen = sum((kind) => kind === 'compensation');
  const earningsFen = sum((kind) => !isDeduction(kind));
  const wagesFen = earningsFen - compensationFen - deductionsFen;
  return { earningsFen, deductionsFen, wagesFen, compensationFen, payableFen: wagesFen + compensationFen };
}

/** When a line is paid. */
export interface Payment {
  readonly line: SettlementLine;
  /** null: as soon as the handover is done. */
  readonly dueOn: LocalDate | null;
  readonly basis: string;
}

/**
 * The only place where the handover touches money: compensation is paid when the handover is done (劳动合同法
 * art. 50). Everything else is due when the contract ends (工资支付暂行规定 art. 9), whether the employee has handed
 * over, confirmed or objected.
 */
export function paymentsOf(
  lines: readonly SettlementLine[],
  contractEnd: LocalDate,
  handedOverOn: LocalDate | null,
): readonly Payment[] {
  return lines.map((line) => {
    if (line.kind !== 'compensation')
      return { line, dueOn: contractEnd, basis: '《工资支付暂行规定》第九条：终止时一次付清' };
    const basis = '《劳动合同法》第五十条：办结工作交接时支付';
    if (handedOverOn === null) return { line, dueOn: null, basis };
    return { line, dueOn: handedOverOn > contractEnd ? handedOverOn : contractEnd, basis };
  });
}

/** The lines as the workflow keeps them: what the employee gives is negative. */
export const caseLinesOf = (lines: readonly SettlementLine[]): readonly CaseLine[] =>
  lines.map(({ kind, fen }) => ({ code: kind, fen: isDeduction(kind) && fen > 0 ? -fen : fen }));
