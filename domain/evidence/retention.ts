import type { LocalDate } from '../time/local-date';
import { parseLocalDate } from '../time/local-date';

/**
 * How long each kind of record is kept. There is no "permanent": what nobody needs any more is purged, and the
 * purge is an event of the chain. Years count from the day the employment ended.
 */
export interface RetentionRule {
  readonly name: RetentionClass;
  readonly title: string;
  /** Whole years after the end of employment, or when the purpose itself ends. */
  readonly keep:
    { readonly years: number } | { readonly until: 'the comparison is done' | 'the case is closed' };
  readonly basis: string;
}

export type RetentionClass = 'contract' | 'wages' | 'handover' | 'identityPhoto' | 'medical' | 'conversation';

/** The law names minimums for the first two; the rest are the product's choice and say so. */
export const RETENTION: Readonly<Record<RetentionClass, RetentionRule>> = {
  contract: {
    name: 'contract',
    title: '解除或终止的劳动合同及离职文书',
    keep: { years: 2 },
    basis: '《劳动合同法》第五十条：至少保存二年备查',
  },
  wages: {
    name: 'wages',
    title: '工资结算记录',
    keep: { years: 2 },
    basis: '《工资支付暂行规定》第六条：保存两年以上备查',
  },
  handover: {
    name: 'handover',
    title: '工作交接清单',
    keep: { years: 2 },
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
  conversation: {
    name: 'conversation',
    title: '办理过程中的留言',
    keep: { years: 2 },
    basis: '产品约定：与离职文书同期',
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
  return dates.employmentEnd && sameDayYearsLater(dates.employmentEnd, keep.years);
}

/** 29 February falls on 1 March in a common year: never a day too early. */
function sameDayYearsLater(date: LocalDate, years: number): LocalDate {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  return parseLocalDate(`${year}${date.slice(4)}`) ?? (`${year}-03-01` as LocalDate);
}
