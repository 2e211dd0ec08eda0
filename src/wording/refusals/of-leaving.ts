import type { RefusalFacts } from '@contract/refusals';
import type { CodesOf, Wording } from './wording';

const BEFORE: { readonly [Why in RefusalFacts['leaving.dates-contradict']['why']]: string } = {
  'before the notice arrived': '不能早于通知送达的那一天',
  'before the last working day': '不能早于最后工作日',
  'before the contract ends': '不能早于合同终止日：工资要发到合同终止的那一天',
  'no time of day': '不是有效的时间',
  'early without a logged decision': '早于最后工作日，要写明原因',
};

/** Leaving: a day that cannot be, a leaving that is under way. */
export const ofLeaving: Wording<CodesOf<'leaving'>> = {
  'leaving.date-invalid': () => ({ text: '请选一个有效的日期' }),
  'leaving.date-past': ({ wished, today }) => ({
    text: `最后工作日不能早于今天：你选的是 ${wished}，今天是 ${today}`,
  }),
  'leaving.already-open': () => ({ text: '你的离职已经在办理中，不用再提一次' }),
  'leaving.changed': ({ lastDay }) => ({
    text: `刚才的内容有变化（例如过了零点），最后工作日现在是 ${lastDay}。请看过新的内容再签`,
  }),
  'leaving.dates-contradict': ({ label, why }) => ({ text: `${label}${BEFORE[why]}` }),
  'leaving.card-not-offered': () => ({ text: '公司没有开通证件核对，不用拍，直接往下办就可以' }),
  'leaving.card-without-consent': () => ({ text: '要核对证件，请先勾选同意；不核对也可以离职' }),
  'leaving.card-unread': () => ({ text: '没有读出证件上的字，照片已删除。可以换个光线再拍，也可以跳过' }),
  'leaving.card-misread': () => ({ text: '读出的号码不完整，照片已删除。可以再拍一次，也可以跳过' }),
  'leaving.dates-unagreed': () => ({
    text: '最后工作日和合同终止日要员工同意才能改。请先和员工商定，再勾选“员工已同意”',
  }),
  'leaving.dates-in-agreement': () => ({
    text: '最后工作日和合同终止日已经写进离职协议，要改请退回协议、重新签署',
  }),
  'leaving.proof-without-consent': () => ({ text: '要提供证明材料，请先勾选同意我们保存它' }),
};
