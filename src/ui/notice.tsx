import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './notice.scss';

interface NoticeProps {
  readonly id?: string;
  /** A StatusMark or an Icon. */
  readonly mark: ReactNode;
  readonly text: string;
  /** Quieter lines below. */
  readonly more?: readonly string[];
  /** Buttons, at most two. */
  readonly children?: ReactNode;
}

/** One thing to know, with its next step. */
export function Notice({ id, mark, text, more = [], children }: NoticeProps) {
  return (
    <View id={id} className="notice">
      <View className="notice__mark">{mark}</View>
      <View className="notice__text">
        <Text>{text}</Text>
        {more.map((line, place) => (
          <Text key={place} className="notice__more">
            {line}
          </Text>
        ))}
      </View>
      {children !== undefined && <View className="notice__actions">{children}</View>}
    </View>
  );
}
