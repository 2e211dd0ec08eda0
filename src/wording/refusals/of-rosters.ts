import type { RefusalFacts } from '@contract/refusals';
import type { CodesOf, Wording } from './wording';

const SWAP_WORDS: { readonly [Why in RefusalFacts['swap.cannot']['why']]: string } = {
  unscheduled: '还没有排班，排了才能换',
  same: '两个人排得一样，不用换',
  away: '已有请假、公出或出差的安排，不能换',
  past: '已经不能再排，只能换今天之后的日子',
  locked: '所在月份的考勤已锁定，不能换',
  'outside-validity': '不在排班的有效期内，不能换',
  'not-on-roster': '不按排班上班，不能换',
  'other-shifts': '的规则里没有要换来的班次，不能换',
  overlap: '换来的班次和前后一天的时间重叠，不能换',
};

/** Why a roster cannot be opened or changed as a whole; single cells have their own words (src/wording/rosters.ts). */
export const ofRosters: Wording<CodesOf<'roster' | 'swap' | 'choice'>> = {
  'roster.not-yours': () => ({ text: '排班由 HR 和部门负责人安排，这里没有你要排的人' }),
  'choice.not-offered': () => ({ text: '这天已经排好班，或不能自己选班次' }),
  'choice.already-punched': () => ({ text: '今天已经打过卡，班次不能再换' }),
  'choice.overlaps': ({ other }) => ({ text: `和 ${other} 的时间重叠，换一个班次` }),
  'swap.dates-invalid': () => ({ text: '请选好要换的两个日子' }),
  'swap.cannot': ({ name, dateText, why }) => ({ text: `${name} ${dateText} ${SWAP_WORDS[why]}` }),
};
