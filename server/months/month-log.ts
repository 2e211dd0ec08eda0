import type { OutputOf } from '@contract/contract';
import type { Instant } from '@domain/time/instant';
import type { Organisation } from '../organisation';
import type { MonthClosing } from '../repositories/month-closings';
import { momentText } from '../wall-text';

/** '全公司', '上海' */
export const scopeText = (org: Organisation, { branchId }: Pick<MonthClosing, 'branchId'>): string =>
  branchId === null ? '全公司' : org.branchName(branchId);

/** One line of a month's log, as far as it has come. */
export const closingView = (org: Organisation, closing: MonthClosing): OutputOf<'month.progress'> => ({
  closingId: closing._id,
  month: closing.month,
  kind: closing.kind,
  branchId: closing.branchId,
  scopeText: scopeText(org, closing),
  byName: closing.byName,
  atText: momentText(org.zone, closing.at as Instant),
  reason: closing.reason,
  state: closing.state,
  donePeople: closing.done,
  totalPeople: Math.max(closing.total, closing.done),
  movedPeople: closing.moved,
  changedDays: closing.changedDays,
});
