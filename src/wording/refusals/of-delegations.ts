import type { CodesOf, Wording } from './wording';

/** Who acts while one is away: which wishes do not fit together, and what would. */
export const ofDelegations: Wording<CodesOf<'delegation'>> = {
  'delegation.dates': ({ mostDays }) => ({ text: `请从今天或以后选起，最长 ${mostDays} 天` }),
  'delegation.to-oneself': () => ({ text: '请选一位同事，不能委托给自己' }),
  'delegation.overlaps': ({ toName, when }) => ({ text: `${when}已经委托给${toName}，先结束那一条再设` }),
  'delegation.circle': ({ name }) => ({ text: `${name}那几天也不在，又委托给了你，请另选一位` }),
  'delegation.flow-unknown': () => ({ text: '这类事项现在不能单独委托，请刷新后再选' }),
  'delegation.unknown': () => ({ text: '这条委托已经结束了' }),
};
