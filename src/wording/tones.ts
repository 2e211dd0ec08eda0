import type { Tone } from '@contract/contract';

/** The short word of each tone: beside its shape in the legend and under exceptional days. */
export const TONE_WORDS: { readonly [T in Tone]: string } = {
  ok: '正常',
  late: '迟到',
  early: '早退',
  missing: '少卡',
  absent: '旷工',
  rest: '休息',
  leave: '请假',
  info: '提示',
  none: '未到',
};
