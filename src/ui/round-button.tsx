import { Button as NativeButton, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './round-button.scss';

export type RoundButtonMood = 'ready' | 'asleep' | 'sending' | 'completed';

interface RoundButtonProps {
  readonly id: string;
  readonly word: string;
  readonly mood: RoundButtonMood;
  readonly onTap: () => void;
  /** What stands under the word: the clock. */
  readonly children?: ReactNode;
}

/**
 * The one action of a page, where the thumb is. Asleep it still answers a tap: the page then says or does
 * what would wake it.
 */
export function RoundButton({ id, word, mood, onTap, children }: RoundButtonProps) {
  return (
    <NativeButton
      id={id}
      className={`round-button round-button--${mood}`}
      hoverClass={mood === 'ready' ? 'round-button--pressed' : 'none'}
      onClick={onTap}
    >
      {mood === 'sending' && <View className="round-button__ring" />}
      {mood === 'completed' && <View className="round-button__tick" />}
      {mood !== 'completed' && <Text className="round-button__word">{word}</Text>}
      {mood !== 'completed' && <View className="round-button__under">{children}</View>}
    </NativeButton>
  );
}
