import type { RosterSaved } from '@contract/contract';
import type { RosterMark } from '@domain/schedule/roster-cells';
import { UNPLANNED } from '@domain/schedule/roster-cells';
import { monthText } from './times';

type Why = NonNullable<RosterSaved['others'][number]['why']>;

/** Why a cell cannot be planned so: the fact, then what would help. */
export function whyText(why: Why): string {
  switch (why.code) {
    case 'past':
      return `只能排 ${why.earliestText} 及以后的日子`;
    case 'past-unseen':
      return '这天已经过去，先看看会改变什么再保存';
    case 'locked':
      return `${monthText(why.month)}的考勤已锁定`;
    case 'outside-validity':
      return '这天不在这个人的适用有效期内';
    case 'not-on-roster':
      return '这天这个人不归排班规则管';
    case 'unknown-shift':
      return '这个班次不在规则里，或这天还没有生效';
    case 'overlap':
      return `${why.shiftName}和 ${why.otherText} 的${why.otherShiftName}时间重叠`;
    case 'not-yours':
      return '这天不归你排班';
  }
}

/** '早班', '休息', '未排班' */
export const markName = (
  shifts: readonly { readonly id: string; readonly name: string }[],
  mark: RosterMark,
): string => {
  if (mark === null) return '休息';
  if (mark === UNPLANNED) return '未排班';
  return shifts.find(({ id }) => id === mark)?.name ?? '已停用的班次';
};
