import type { CodesOf, Wording } from './wording';

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
  'leaving.proof-without-consent': () => ({ text: '要提供证明材料，请先勾选同意我们保存它' }),
};
