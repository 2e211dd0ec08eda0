import { fitField } from '../template-fields';
import type { PushMessage } from './sender';

/** The values of the task template, in 订阅消息 and in 用工消息: what, the fact that decides, until when, what is wanted. */
export const templateValues = ({ title, fact, timeText, hint }: PushMessage): Record<string, string> => ({
  thing1: fitField('thing', title),
  thing2: fitField('thing', fact),
  time3: timeText,
  thing4: fitField('thing', hint),
});
