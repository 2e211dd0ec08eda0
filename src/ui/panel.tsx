import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './panel.scss';

interface PanelProps {
  readonly id?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A group of lines that belong together, on a surface of their own. */
export function Panel({ id, title, children }: PanelProps) {
  return (
    <View id={id} className="panel">
      {title !== undefined && <Text className="panel__title">{title}</Text>}
      {children}
    </View>
  );
}
