import type { CodesOf, Wording } from './wording';

/** Showing that it is oneself, and the drawing of one's name. */
export const ofIdentity: Wording<
  CodesOf<'identity'> | 'signature.blank' | 'signature.invalid' | 'signature.too-large' | 'signature.reused'
> = {
  'identity.no-phone': () => ({
    text: '还没有登记你的手机号，请联系 HR 登记。书面的纸质通知同样有效，不必等手机号',
  }),
  'identity.not-sent': () => ({ text: '验证码没有发出去，请过一会儿再试', again: '再发一次' }),
  'identity.too-soon': ({ secondsLeft }) => ({ text: `刚发过验证码，${secondsLeft} 秒后可以再发` }),
  'identity.too-many-codes': ({ minutesLeft }) => ({
    text: `这一小时发的验证码多了，请过 ${minutesLeft} 分钟再来`,
  }),
  'identity.unknown': () => ({ text: '请先获取验证码' }),
  'identity.expired': () => ({ text: '身份确认已超过 10 分钟，请再确认一次，签名的内容不变' }),
  'identity.wrong-code': ({ triesLeft }) => ({ text: `验证码不对，请核对短信。还可以试 ${triesLeft} 次` }),
  'identity.too-many-tries': () => ({ text: '试的次数多了，请重新获取验证码' }),
  'identity.not-confirmed': () => ({ text: '请先输入短信里的验证码，确认是你本人' }),
  'identity.other-document': () => ({ text: '这次身份确认是为另一份文件做的，请为这份文件再确认一次' }),
  'signature.blank': () => ({ text: '签名还太短，请把名字写完整' }),
  'signature.invalid': () => ({ text: '签名没有传完整，请清除后再写一次' }),
  'signature.too-large': () => ({ text: '笔画太多了，请清除后再写一次' }),
  'signature.reused': () => ({ text: '这是以前用过的签名，请为这份文件重新写一次' }),
};
