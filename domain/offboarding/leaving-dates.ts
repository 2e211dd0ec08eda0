import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import { addDays } from '../time/local-date';
import type { LocalDate } from '../time/local-date';

/** A wall clock in the employer's zone: minutes from that day's midnight, 0..1439. */
export interface LocalMoment {
  readonly date: LocalDate;
  readonly minute: number;
}

/** Five dates that people take for one (the leaving rules §1). */
export interface LeavingDates {
  readonly noticeArrived: LocalDate;
  readonly lastWorkingDay: LocalDate;
  /** The day on which the contract ends: later than the last working day when leave is taken first. */
  readonly contractEnd: LocalDate;
  readonly accessEnd: LocalMoment;
  /** Wages are due up to and including this day. */
  readonly payrollEnd: LocalDate;
}

/** Who had accounts frozen before the last day, and why; HR's own decision, and it is logged. */
export interface EarlyFreeze {
  readonly by: string;
  readonly reason: string;
}

export type LeavingDateName = keyof LeavingDates;

export type DatesRefusal = Refusal<
  'leaving.dates-contradict',
  {
    readonly field: LeavingDateName;
    readonly reason:
      | 'before the notice arrived'
      | 'before the last working day'
      | 'before the contract ends'
      | 'no time of day'
      | 'early without a logged decision';
  }
>;

/** 18:00: accounts stay open through the last working day. */
const ACCESS_ENDS_AT = 18 * 60;

/** The usual case: everything on the last day. */
export const datesFor = (noticeArrived: LocalDate, lastWorkingDay: LocalDate): LeavingDates => ({
  noticeArrived,
  lastWorkingDay,
  contractEnd: lastWorkingDay,
  accessEnd: { date: lastWorkingDay, minute: ACCESS_ENDS_AT },
  payrollEnd: lastWorkingDay,
});

/**
 * Refuses dates that contradict each other, naming the first bad one. Payroll never ends before the contract: that
 * would withhold wages.
 */
export function checkLeavingDates(
  dates: LeavingDates,
  earlyFreeze: EarlyFreeze | null = null,
): Result<LeavingDates, DatesRefusal> {
  const { noticeArrived, lastWorkingDay, contractEnd, accessEnd, payrollEnd } = dates;
  const no = (field: LeavingDateName, reason: DatesRefusal['facts']['reason']) =>
    refuse('leaving.dates-contradict', { field, reason });
  if (lastWorkingDay < noticeArrived) return no('lastWorkingDay', 'before the notice arrived');
  if (contractEnd < lastWorkingDay) return no('contractEnd', 'before the last working day');
  if (payrollEnd < contractEnd) return no('payrollEnd', 'before the contract ends');
  if (!Number.isInteger(accessEnd.minute) || accessEnd.minute < 0 || accessEnd.minute > 1439)
    return no('accessEnd', 'no time of day');
  if (accessEnd.date < noticeArrived) return no('accessEnd', 'before the notice arrived');
  const isExplained = earlyFreeze !== null && earlyFreeze.by !== '' && earlyFreeze.reason.trim() !== '';
  if (accessEnd.date < lastWorkingDay && !isExplained)
    return no('accessEnd', 'early without a logged decision');
  return ok(dates);
}

/** What the employer owes, by the day that it is due. None of it waits for the handover. */
export interface EmployerDeadlines {
  /** 劳动合同法 art. 50: issued when the contract ends. */
  readonly certificate: LocalDate;
  /** 工资支付暂行规定 art. 9: paid in full when the contract ends. */
  readonly wages: LocalDate;
  /** 劳动合同法 art. 50: within fifteen days. */
  readonly insuranceTransfer: LocalDate;
  readonly archiveTransfer: LocalDate;
}

const TRANSFER_DAYS = 15;

export const employerDeadlines = ({ contractEnd }: LeavingDates): EmployerDeadlines => ({
  certificate: contractEnd,
  wages: contractEnd,
  insuranceTransfer: addDays(contractEnd, TRANSFER_DAYS),
  archiveTransfer: addDays(contractEnd, TRANSFER_DAYS),
});
