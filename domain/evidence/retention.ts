import type { LocalDate } from '../time/local-date';
import { parseLocalDate } from '../time/local-date';

/**
 * How long each kind of record is kept. There is no "permanent": what nobody needs any more is purged, and where it is
 * on a chain the purge is an event of it.
 */
export interface RetentionRule {
  readonly name: RetentionClass;
  readonly title: string;
  /** Whole years after something, or when the purpose itself ends. */
  readonly keep:
    | { readonly years: number; readonly after: 'the employment ends' | 'the case is closed' }
    | { readonly until: 'the comparison is done' | 'the case is closed' };
  readonly basis: string;
}

export type RetentionClass =
  | 'contract'
  | 'wages'
  | 'handover'
  | 'nonCompete'
  | 'conversation'
  | 'assetPhoto'
  | 'attendancePhoto'
  | 'identityPhoto'
  | 'cardCheck'
  | 'medical';

const OF_LEAVING = { years: 2, after: 'the employment ends' } as const;

/** The law names minimums for the first two; the rest are the product's choice and say so. */
export const RETENTION: Readonly<Record<RetentionClass, RetentionRule>> = {
  contract: {
    name: 'contract',
    title: '解除或终止的劳动合同及离职文书',
    keep: OF_LEAVING,
    basis: '《劳动合同法》第五十条：至少保存二年备查',
  },
  wages: {
    name: 'wages',
    title: '工资结算记录',
    keep: OF_LEAVING,
    basis: '《工资支付暂行规定》第六条：保存两年以上备查',
  },
  handover: {
    name: 'handover',
    title: '工作交接清单',
    keep: OF_LEAVING,
    basis: '产品约定：与离职文书同期',
  },
  identityPhoto: {
    name: 'identityPhoto',
    title: '身份证、工作证照片',
    keep: { until: 'the comparison is done' },
    basis: '《个人信息保护法》第十九条：保存期限为实现处理目的所必要的最短时间',
  },
  medical: {
    name: 'medical',
    title: '医院证明等敏感材料',
    keep: { until: 'the case is closed' },
    basis: '《个人信息保护法》第十九条：保存期限为实现处理目的所必要的最短时间',
  },
  cardCheck: {
    name: 'cardCheck',
    title: '证件比对结果',
    keep: { until: 'the case is closed' },
    basis: '《个人信息保护法》第十九条：保存期限为实现处理目的所必要的最短时间',
  },
  conversation: {
    name: 'conversation',
    title: '办理过程中的留言和附件',
    keep: OF_LEAVING,
    basis: '产品约定：与离职文书同期',
  },
  assetPhoto: {
    name: 'assetPhoto',
    title: '归还资产的照片和说明',
    keep: OF_LEAVING,
    basis: '产品约定：与工作交接清单同期',
  },
  nonCompete: {
    name: 'nonCompete',
    title: '竞业限制约定',
    keep: { years: 3, after: 'the employment ends' },
    basis: '产品约定：《劳动合同法》第二十四条的最长二年，加《劳动争议调解仲裁法》第二十七条的仲裁时效一年',
  },
  attendancePhoto: {
    name: 'attendancePhoto',
    title: '补卡、外勤打卡等考勤事项的照片和附件',
    keep: { years: 2, after: 'the case is closed' },
    basis: '产品约定：与工资支付记录同期',
  },
};

/** What has happened so far; null: not yet. */
export interface PurposeDates {
  readonly employmentEnd: LocalDate | null;
  readonly compared: LocalDate | null;
  readonly closed: LocalDate | null;
}

/** The first day on which records of the class must go; null while what it counts from has not happened. */
export function purgeDueOn(name: RetentionClass, dates: PurposeDates): LocalDate | null {
  const { keep } = RETENTION[name];
  if ('until' in keep) return keep.until === 'the comparison is done' ? dates.compared : dates.closed;
  const from = keep.after === 'the employment ends' ? dates.employmentEnd : dates.closed;
  return from && sameDayYearsLater(from, keep.years);
}

/** 29 February falls on 1 March in a common year: never a day too early. */
function sameDayYearsLater(date: LocalDate, years: number): LocalDate {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  return parseLocalDate(`${year}${date.slice(4)}`) ?? (`${year}-03-01` as LocalDate);
}
