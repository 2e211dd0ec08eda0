import type { CodesOf, Wording } from './wording';

/** Why a roster cannot be opened or changed as a whole; single cells have their own words (src/wording/rosters.ts). */
export const ofRosters: Wording<CodesOf<'roster'>> = {
  'roster.not-yours': () => ({ text: '排班由 HR 和部门负责人安排，这里没有你要排的人' }),
};
