import type { RefusalCode, RefusalFacts } from '@contract/refusals';
import { inputIssueText } from './input-issues';
import { metersText } from './lengths';
import type { Sentence } from './sentence';
import { dayText, momentText, monthText } from './times';

/**
 * Every expected "no" of the product in Chinese: what is so and what comes next, without blame and without
 * codes. A code that is missing here does not compile.
 */
export const REFUSALS: { readonly [Code in RefusalCode]: (facts: RefusalFacts[Code]) => Sentence } = {
  'input.invalid': ({ issues }) => ({
    text: issues.length === 0 ? '有内容没法识别，请检查后再试' : `${issues.map(inputIssueText).join('；')}。`,
  }),
  'input.too-large': ({ maxKilobytes }) => ({ text: `内容太多，一次最多 ${maxKilobytes} KB` }),
  'procedure.unknown': () => ({ text: '这个版本太旧了。请关掉小程序，过一会儿再打开' }),
  'session.no-identity': () => ({
    text: '微信没有告诉我们你是谁，请关掉小程序再打开',
    next: { step: 'retry', label: '再试一次' },
  }),
  'session.not-bound': () => ({
    text: '这个微信还没有绑定员工身份',
    next: { step: 'bind', label: '输入邀请码' },
  }),
  'session.forbidden': () => ({ text: '这里的内容不对你开放' }),
  'session.left': ({ lastDay }) => ({ text: `你的最后工作日是 ${dayText(lastDay)}，这里不再需要打卡` }),
  'invitation.unknown': ({ triesLeft }) => ({
    text:
      triesLeft > 0
        ? `没有找到这个邀请码，请核对。还可以试 ${triesLeft} 次`
        : '没有找到这个邀请码。请向 HR 要一个新的',
  }),
  'invitation.expired': ({ expiredAt }) => ({
    text: `这个邀请码已在 ${momentText(expiredAt)} 过期，请向 HR 要一个新的`,
  }),
  'invitation.used': () => ({ text: '这个邀请码已经用过了，请向 HR 要一个新的' }),
  'invitation.too-many-tries': ({ minutesLeft }) => ({ text: `试的次数多了，请过 ${minutesLeft} 分钟再来` }),
  'binding.wechat-taken': () => ({ text: '这个微信已经绑定了另一位员工，需要更换请联系 HR' }),
  'binding.employment-taken': () => ({ text: '这位员工已经绑定了另一个微信，需要更换请联系 HR' }),
  'person.unknown': () => ({ text: '没有找到这位员工' }),
  'punch.outside-fence': ({ missingMeters }) => ({
    text: `还差 ${metersText(missingMeters)}进入打卡范围`,
    next: { step: 'locate-again', label: '重新定位' },
  }),
  'punch.position-needed': () => ({
    text: '打卡需要知道你在不在打卡范围内',
    next: { step: 'allow-location', label: '开启定位' },
  }),
  'punch.inaccurate': ({ accuracyMeters, radiusMeters }) => ({
    text: `定位还不够准（±${metersText(accuracyMeters)}，打卡范围 ${metersText(radiusMeters)}），到窗边或室外再试`,
    next: { step: 'locate-again', label: '重新定位' },
  }),
  'punch.unscheduled': ({ dutyDate }) => ({ text: `${dayText(dutyDate)}没有排班，不需要打卡` }),
  'punch.choose-shift': ({ dutyDate }) => ({ text: `${dayText(dutyDate)}要先选班次，请联系排班的人` }),
  'punch.not-employed': ({ dutyDate }) => ({ text: `${dayText(dutyDate)}不在任职期间，不需要打卡` }),
  'punch.just-punched': ({ kind, at }) => ({
    text: `刚刚（${at}）已经${kind === 'in' ? '签到' : '签退'}，不用再打`,
  }),
  'punch.too-many': ({ limit }) => ({ text: `今天已经打了 ${limit} 次卡，够了` }),
  'punch.month-locked': ({ month }) => ({ text: `${monthText(month)}的考勤已经封存，需要更改请联系 HR` }),
  'punch.id-reused': () => ({ text: '这次打卡没有成功，请再打一次' }),
  'conflict.busy': () => ({
    text: '刚才人多，没有排上',
    next: { step: 'retry', label: '再试一次' },
  }),
};

/** A refusal as it comes off the wire. A newer server may know codes that this phone does not. */
export interface AnyRefusal {
  readonly code: string;
  readonly facts: unknown;
}

export function refusalSentence({ code, facts }: AnyRefusal): Sentence {
  if (!Object.prototype.hasOwnProperty.call(REFUSALS, code))
    return { text: '现在还不行。请更新小程序后再试' };
  // Code and facts travel together and the server's types keep them together.
  const word = REFUSALS[code as RefusalCode] as (facts: unknown) => Sentence;
  return word(facts);
}
