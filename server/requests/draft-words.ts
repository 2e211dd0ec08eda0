import { balanceOf, type RequestBook } from '@domain/attendance/request-book';
import { freeBalance } from '@domain/attendance/leave-balance';
import { coveredWork, noonOf } from '@domain/attendance/request-duration';
import { type OfferedLeave, unitsText } from '@domain/attendance/request-types';
import type { DutyPlan } from '@domain/schedule/day-outline';
import type { Recognition } from '@domain/schedule/overtime-rule';
import { dateText } from '@domain/time/local-date';
import { REQUEST_TITLES } from '@domain/approval/flows/requests';
import type { Asked, Measured } from './measure';

/** '1.5 天'; overtime and outing in hours and minutes. */
export const durationText = ({ leave }: Asked, { units }: Measured): string => unitsText(leave.unit, units);

/** '请假 1.5 天' */
export const draftText = (asked: Asked, measured: Measured): string =>
  `${REQUEST_TITLES[asked.kind]} ${durationText(asked, measured)}`;

const FEW = 3;

/** The days as they are covered: '3月13日 周五 下午，3月16日 周一 全天', or from first to last where there are many. */
export function daysText({ kind, span }: Asked, { plans, approvals, minutes }: Measured): string {
  if (kind === 'overtime') return '';
  const covered = plans.filter((plan) => coveredWork(plan, approvals) > 0);
  const [first, last] = [covered[0], covered.at(-1)];
  if (!first || !last) return '';
  if (covered.length <= FEW)
    return covered.map((plan) => `${dateText(plan.date)} ${partText(plan, approvals)}`).join('，');
  const long = span.kind === 'days' ? '' : `，共 ${unitsText('minute', minutes)}`;
  return `${dateText(first.date)} ${partText(first, approvals)}至 ${dateText(last.date)} ${partText(last, approvals)}，共 ${covered.length} 个工作日${long}`;
}

function partText(plan: DutyPlan, approvals: Measured['approvals']): string {
  const { laid } = plan;
  const covered = coveredWork(plan, approvals);
  if (laid === null || covered >= laid.net) return '全天';
  const noon = noonOf(laid);
  if (approvals.some(({ from, to }) => from === noon && to >= (laid.ends.at(-1) ?? 0))) return '下午';
  if (approvals.some(({ from, to }) => to === noon && from <= (laid.starts[0] ?? 0))) return '上午';
  return unitsText('minute', covered);
}

/** '年假还剩 3.5 天，申请后剩 2 天'; null where nothing is counted down. */
export function balanceText(book: RequestBook, leave: OfferedLeave, units: number): string | null {
  if (!leave.hasBalance) return null;
  const free = freeBalance(balanceOf(book, leave.id));
  const left = free - units;
  const said = `${leave.name}还剩 ${unitsText(leave.unit, free)}`;
  return left >= 0 ? `${said}，申请后剩 ${unitsText(leave.unit, left)}` : said;
}

const RECOGNISED: Readonly<Record<Recognition, string>> = {
  approval: '通过后按申请的时长计加班',
  punches: '这一天的加班按打卡计，不看申请',
  approvedWithinPunches: '通过后按申请时段内实际打卡的时间计',
  punchesUpToApproved: '按实际打卡计，不超过申请的时长',
};

/** What else to know before the tap. */
export function hintsOf({ kind, leave, span }: Asked, { plans, from }: Measured): readonly string[] {
  if (kind === 'overtime') {
    const outline = plans.find(
      ({ outline: one }) => from >= one.midnight && from < one.nextMidnight,
    )?.outline;
    const day = outline?.overtime?.days[outline.kind];
    return [day ? RECOGNISED[day.recognise] : '这一天没有加班规则，通过后也不会计入加班'];
  }
  if (span.kind !== 'days') return [];
  const off = plans.filter(({ date, laid }) => date >= span.from && date <= span.to && laid === null).length;
  const paid = kind === 'leave' ? [leave.paid ? '带薪' : '不带薪'] : [];
  if (off === 0) return paid;
  return [
    ...paid,
    leave.days === 'natural' ? `含 ${off} 天休息日，按自然日计` : `其中 ${off} 天休息，不计入`,
  ];
}
