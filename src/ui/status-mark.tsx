import { Text, View } from '@tarojs/components';
import type { Tone } from '@contract/contract';
import './status-mark.scss';

interface StatusMarkProps {
  readonly tone: Tone;
  /** Left out only where the word stands close by already. */
  readonly word?: string;
}

/** A status by its shape, its word and its colour at once: none of the three is needed to read it. */
export function StatusMark({ tone, word }: StatusMarkProps) {
  return (
    <View className={`status-mark status-mark--${tone}`}>
      <View className={`status-mark__shape status-mark__shape--${tone}`} />
      {word !== undefined && word !== '' && <Text className="status-mark__word">{word}</Text>}
    </View>
  );
}
