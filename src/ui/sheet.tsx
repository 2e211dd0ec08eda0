import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import './sheet.scss';

interface SheetProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel that comes up over the page; the page behind stays where it was. In a wide window it stands in the middle. */
export function Sheet({ id, title, onClose, children }: SheetProps) {
  return (
    <View id={id} className="sheet">
      <View className="sheet__mask" catchMove onClick={onClose} />
      <View className="sheet__panel">
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <View id={`${id}-close`} className="sheet__close" onClick={onClose}>
            <Icon name="close" />
          </View>
        </View>
        <View className="sheet__body">{children}</View>
      </View>
    </View>
  );
}
