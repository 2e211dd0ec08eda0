import { dayText, monthText } from '../times';
import type { CodesOf, Wording } from './wording';

/** Requests on their way: what has happened to them meanwhile, and who is next. */
export const ofCases: Wording<
  CodesOf<'case' | 'task' | 'action' | 'reason' | 'urge' | 'command' | 'month' | 'file'> | 'person.gone'
> = {
  'case.unknown': () => ({ text: '没有找到这件事，它可能不是给你的' }),
  'case.closed': ({ resultText }) => ({ text: `这件事已经结束：${resultText}` }),
  'case.cannot-move': () => ({ text: '这一步现在走不通，请联系 HR 看看流程' }),
  'task.dead-link': () => ({ text: '这张卡片已经过时，请从待办里打开最新的' }),
  'task.already-decided': ({ byName, at, outcome }) => ({ text: `${byName}已在 ${at} 处理：${outcome}` }),
  'task.moved': ({ toName }) => ({ text: `这件事已经转给${toName}处理` }),
  'task.not-your-turn': ({ waitsForName }) => ({ text: `还没轮到你，正在等${waitsForName}` }),
  'action.not-offered': () => ({ text: '这一步不能这样处理，请刷新后再看' }),
  'reason.missing': () => ({ text: '请写一句理由，对方才知道为什么' }),
  'person.gone': ({ name }) => ({ text: `${name}已经离职，请另选一位` }),
  'urge.too-soon': ({ againAt }) => ({ text: `刚催过，${againAt} 以后可以再催` }),
  'command.id-taken': () => ({ text: '这次提交没有成功，请再提交一次' }),
  'month.locked': ({ month }) => ({ text: `${monthText(month)}的考勤已经封存，需要更改请联系 HR` }),
  'file.unknown': () => ({ text: '没有找到这张图片，请重新上传' }),
  'file.not-a-picture': () => ({ text: '这里只能放图片' }),
  'file.too-large': ({ maxMegabytes }) => ({ text: `图片太大，一张最多 ${maxMegabytes} MB` }),
};

/** Why a card cannot be corrected, with the limit that the rule sets. */
export const ofCorrections: Wording<CodesOf<'correction'>> = {
  'correction.no-such-day': () => ({ text: '这一天没有可以补的卡' }),
  'correction.kind-not-allowed': () => ({ text: '按你的考勤规则，这张卡不能补' }),
  'correction.future-day': () => ({ text: '这一天还没到，不用补' }),
  'correction.limit-reached': ({ used, limit }) => ({
    text: `本月 ${limit} 次补卡已用 ${used} 次，下个月再来`,
  }),
  'correction.too-many-days-back': ({ limit }) => ({ text: `只能补最近 ${limit} 天的卡，更早的请联系 HR` }),
  'correction.month-closed': ({ deadline }) => ({ text: `补卡最晚到 ${dayText(deadline)}，已经过了` }),
  'correction.already-asked': () => ({ text: '这一天已经提过补卡，正在等审批' }),
};
