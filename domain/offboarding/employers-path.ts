import { addWorkdays } from '../time/workday-calendar';
import type { WorkdayCalendar } from '../time/workday-calendar';
import type { LocalDate } from '../time/local-date';

export interface EmployersStep {
  readonly title: string;
  /** What is to be done and why, in plain words. */
  readonly text: string;
  /** The first day on which it can be done when all goes as fast as it may. */
  readonly from: LocalDate;
}

/** How long the flow waits for the employee's answer to the summons (flows/employer.ts). */
export const ANSWER_WORKDAYS = 7;

/**
 * The way of the law for somebody who cannot be reached, begun today: summons delivered and provable, time to answer, the
 * union heard, a decision with its ground. Nothing on it holds pay back: what was earned until the end of the contract is
 * paid on that day, reachable or not.
 */
export function employersSteps(today: LocalDate, calendar: WorkdayCalendar): readonly EmployersStep[] {
  const afterSilence = addWorkdays(today, ANSWER_WORKDAYS, calendar);
  const afterUnion = addWorkdays(afterSilence, 1, calendar);
  return [
    {
      title: '登记失联情况',
      text: '写明最后一次出现的日期，以及每一次联系：什么时候、用什么方式、找了谁（本人、紧急联系人、上门）。',
      from: today,
    },
    {
      title: '书面催告返岗',
      text: '先当面或请同住的成年亲属签收；不行再寄挂号信或快递，注明“返岗通知”并留下寄送和签收（退回）凭证；都送不到，才公告，公告满 30 日视为送达。',
      from: today,
    },
    {
      title: `等员工回应 ${ANSWER_WORKDAYS} 个工作日`,
      text: '员工一有回应（返岗、说明情况或改为通知离职），这条路立即结束。生病、意外等正当理由不是旷工。',
      from: afterSilence,
    },
    {
      title: '事先将理由通知工会',
      text: '单方解除前必须把理由告诉工会，并听取意见（《劳动合同法》第四十三条）。',
      from: afterSilence,
    },
    {
      title: '公司决定并送达',
      text: '决定要写明事实和依据：依法公示过的规章制度、严重违反的证据（《劳动合同法》第三十九条第二项）。不解除也是一种决定。',
      from: afterUnion,
    },
    {
      title: '合同终止当日',
      text: '一次付清工资，出具离职证明；15 日内办理档案和社会保险转移。不等员工出现，不等交接。',
      from: afterUnion,
    },
  ];
}

/** The first day on which the contract can end on this path. */
export const earliestEnd = (today: LocalDate, calendar: WorkdayCalendar): LocalDate =>
  employersSteps(today, calendar).reduce((latest, { from }) => (from > latest ? from : latest), today);
