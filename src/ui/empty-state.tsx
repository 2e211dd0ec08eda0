import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './empty-state.scss';

interface EmptyStateProps {
  readonly id?: string;
  readonly title: string;
  /** What will be here, or what is safe. */
  readonly text?: string;
  /** The first action. */
  readonly children?: ReactNode;
}

/** A screen or a panel without content yet: what will be here and what to do first. */
export function EmptyState({ id, title, text, children }: EmptyStateProps) {
  return (
    <View id={id} className="empty-state">
      <Text className="empty-state__title">{title}</Text>
      {text !== undefined && <Text className="empty-state__text">{text}</Text>}
      {children !== undefined && <View className="empty-state__action">{children}</View>}
    </View>
  );
}
