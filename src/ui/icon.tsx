import { View } from '@tarojs/components';
import './icon.scss';

interface IconProps {
  readonly name: 'refresh' | 'place' | 'close' | 'next' | 'back' | 'waiting' | 'bell' | 'cloud-off';
}

/** A picture beside words, never instead of them. */
export const Icon = ({ name }: IconProps) => <View className={`icon icon--${name}`} />;
