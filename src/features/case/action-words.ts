import type { TaskView } from './task-pages';
import type { CaseAction } from './use-case-desk';

const WORDS: { readonly [Action in CaseAction]: string } = {
  agree: '同意',
  reject: '不同意',
  acknowledge: '知悉',
  object: '有异议',
  complete: '完成',
  sign: '签署',
  settle: '结算',
  return: '退回修改',
  transfer: '转交',
  addSigner: '加签',
  proposeDate: '提议日期',
  askForTalk: '约谈',
};

/** What the button says; a form that came back says what will happen with it. */
export const actionWord = (action: CaseAction, { nodeKind, reasonFor }: TaskView): string =>
  action === 'complete' && nodeKind === 'form' && reasonFor.includes('complete')
    ? '补充后重新提交'
    : WORDS[action];

/** What finishes a task stands large under the thumb; the rest is quieter. */
const MAIN: readonly CaseAction[] = ['agree', 'acknowledge', 'complete', 'sign', 'settle'];

export const isMain = (action: CaseAction): boolean => MAIN.includes(action);
