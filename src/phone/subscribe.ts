import Taro from '@tarojs/taro';
import type { InputOf } from '@contract/contract';

export type ReminderAnswer = InputOf<'reminders.recordAnswers'>['answers'][number];

/** What is asked about: the title is for the laptop's own question, WeChat knows its templates. */
export interface ReminderTemplate {
  readonly templateId: string;
  readonly title: string;
}

/** WeChat asks about at most this many templates at once. */
export const MOST_AT_ONCE = 3;

const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter'] satisfies ReminderAnswer['answer'][];

const isAnswer = (word: unknown): word is ReminderAnswer['answer'] =>
  typeof word === 'string' && ANSWERS.includes(word);

/**
 * Asks the person to accept one message of each template. Only in a tap. null when WeChat could not ask:
 * the main switch is off, or the page was left.
 */
export async function askToRemind(
  templates: readonly ReminderTemplate[],
): Promise<readonly ReminderAnswer[] | null> {
  try {
    const tmplIds = templates.slice(0, MOST_AT_ONCE).map(({ templateId }) => templateId);
    // Taro's type wants Alipay's fields as well, and does not know that the answers stand beside errMsg.
    const question = { tmplIds } as unknown as Taro.requestSubscribeMessage.Option;
    const result = (await Taro.requestSubscribeMessage(question)) as unknown as Record<string, unknown>;
    return templates.flatMap(({ templateId }) => {
      const answer = result[templateId];
      return isAnswer(answer) ? [{ templateId, answer }] : [];
    });
  } catch {
    return null;
  }
}
