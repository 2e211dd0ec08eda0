import type { CodesOf, Wording } from './wording';

/** Papers of a leaving, and asking whether one is genuine. */
export const ofPapers: Wording<
  'document.unknown' | 'document.purged' | 'document.already-revoked' | CodesOf<'verify'>
> = {
  'document.unknown': () => ({ text: '没有找到这份文件。它可能不是你的，或编号有误' }),
  'document.purged': () => ({ text: '这份文件的保存期已满，已按规定销毁，只留下目录' }),
  'document.already-revoked': () => ({ text: '这份文件已经撤销过了' }),
  'verify.too-many-tries': ({ minutesLeft }) => ({
    text: `查询的次数多了，请过 ${minutesLeft} 分钟再来`,
  }),
};
