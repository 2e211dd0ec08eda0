import type { Trouble } from '@/cloud/outcome';
import type { Unreachable } from '@/cloud/transport';
import { refusalSentence } from './refusals';
import type { Sentence } from './sentence';

const SILENCES: { readonly [Reason in Unreachable]: string } = {
  offline: '网络不通',
  timeout: '网络太慢，没有等到回应',
  service: '服务暂时没有回应',
};

export const silenceText = (reason: Unreachable): string => SILENCES[reason];

/** Any call without a value, in one sentence with its next step. */
export function troubleSentence(trouble: Trouble): Sentence {
  switch (trouble.kind) {
    case 'refused':
      return refusalSentence(trouble.refusal);
    case 'unreachable':
      return { text: silenceText(trouble.reason), again: '再试一次' };
    case 'fault':
      return { text: '我们这边出了点问题', again: '再试一次' };
  }
}
