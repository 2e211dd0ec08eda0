import type { Gap } from '@domain/offboarding/handover-content';
import type { ItemKind } from '@domain/offboarding/handover-template';

/** What is missing, at the place where it is missing. */
export function gapSentence({ reason }: Gap, kind: ItemKind): string {
  switch (reason) {
    case 'item empty':
      return kind === 'work' ? '请至少写一条' : '请至少写一条；没有的话，写明为什么';
    case 'field blank':
      return '这里要填';
    case 'too long':
      return '太长了，最多 500 字，多的可以放进附件';
    case 'broken character':
      return '有无法识别的字符，请重新输入';
    case 'work is never nothing':
      return '工作内容请写一条，哪怕已经做完';
    case 'line twice':
    case 'not in the template':
      return '这一条无法识别，请删除后重填';
  }
}
