import type { TodayView } from '@contract/contract';
import type { AnyRefusal } from '@/wording/refusals';
import type { Today } from './use-today';

/** What the round button says and does right now. */
export type DeskButton =
  /** The server's word is not here yet. */
  | { readonly kind: 'loading'; readonly word: string }
  | {
      readonly kind: 'ready';
      readonly word: string;
      readonly forecast: NonNullable<TodayView['button']['forecast']> | null;
      /** Asked before the punch, where a careless tap would cost something. */
      readonly question: string | null;
    }
  | { readonly kind: 'asleep'; readonly word: string; readonly refusal: AnyRefusal | null };

/** While the server cannot be asked nobody knows whether a tap is 签到 or 签退: it is a punch, kept on the phone. */
const keptOnPhone = (waiting: number) =>
  ({
    kind: 'ready',
    word: '打卡',
    forecast: {
      tone: 'info',
      text: waiting === 0 ? '现在打卡会先存在手机上' : `等待发送 ${waiting} 条，连上后自动发送`,
    },
  }) as const;

/** The button of a day as the phone knows it. `waiting` punches make a further tap a question. */
export function deskButton(
  { view, fresh, trouble }: Pick<Today, 'view' | 'fresh' | 'trouble'>,
  waiting: number,
): DeskButton {
  if (view === null || (!fresh && trouble === null))
    return { kind: 'loading', word: view?.button.word ?? '' };
  const { word, enabled, forecast, confirm, refusal } = view.button;
  const again = waiting > 0 ? `已有 ${waiting} 次打卡等待发送，再打一次吗？` : null;
  if (!fresh) return { ...keptOnPhone(waiting), question: again };
  if (!enabled) return { kind: 'asleep', word, refusal };
  return { kind: 'ready', word, forecast, question: again ?? confirm };
}
