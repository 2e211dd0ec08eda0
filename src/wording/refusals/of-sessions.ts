import { inputIssueText } from '../input-issues';
import { dayText, momentText } from '../times';
import type { CodesOf, Wording } from './wording';

/** Who is asking, with what, and the way in by an invitation. */
export const ofSessions: Wording<
  CodesOf<'input' | 'procedure' | 'session' | 'invitation' | 'binding' | 'conflict'> | 'person.unknown'
> = {
  'input.invalid': ({ issues }) => ({
    text: issues.length === 0 ? '有内容没法识别，请检查后再试' : `${issues.map(inputIssueText).join('；')}。`,
  }),
  'input.too-large': ({ maxKilobytes }) => ({ text: `内容太多，一次最多 ${maxKilobytes} KB` }),
  'procedure.unknown': () => ({ text: '这个版本太旧了。请关掉小程序，过一会儿再打开' }),
  'session.no-identity': () => ({
    text: '微信没有告诉我们你是谁，请关掉小程序再打开',
    again: '再试一次',
  }),
  'session.not-bound': () => ({
    text: '这个微信还没有绑定员工身份',
    again: '输入邀请码',
  }),
  'session.forbidden': () => ({ text: '这里的内容不对你开放' }),
  'session.left': ({ lastDay }) => ({
    text: `你的最后工作日是 ${dayText(lastDay)}。离职以后，这里能看自己的文件、办理进度和考勤`,
  }),
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
  'conflict.busy': () => ({
    text: '刚才人多，没有排上',
    again: '再试一次',
  }),
};
