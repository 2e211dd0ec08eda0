import { monthText } from '../times';
import type { CodesOf, Wording } from './wording';

/** Months that are locked, and locking them. */
export const ofMonths: Wording<CodesOf<'month'>> = {
  'month.locked': ({ month }) => ({ text: `${monthText(month)}的考勤已经封存，需要更改请联系 HR` }),
  'month.not-yours': () => ({ text: '只能为自己负责的机构结账，请核对选择的范围' }),
  'month.not-over': ({ from }) => ({ text: `这个月还没有结束，${from}起可以结账` }),
  'month.being-closed': ({ byName, scope }) => ({
    text: `${byName}正在处理这个月的结账（${scope}），等它完成后再试`,
    again: '再试一次',
  }),
};
