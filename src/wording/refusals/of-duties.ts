import type { CodesOf, Wording } from './wording';

/** Handing over what somebody who leaves was responsible for. */
export const ofDuties: Wording<CodesOf<'duties'>> = {
  'duties.unknown': ({ name }) => ({ text: `${name}现在没有要交接的职责` }),
  'duties.own': () => ({ text: '自己的职责请另一位 HR 来确认' }),
  'duties.successor': () => ({ text: '这位同事不能接手，请另选一位' }),
  'duties.changed': () => ({ text: '组织架构刚有变化，请看过新的安排再确认' }),
  'duties.needs-group-hr': () => ({ text: '其中有全公司的职责，请集团 HR 来确认' }),
};
