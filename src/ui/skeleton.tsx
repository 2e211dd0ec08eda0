import { View } from '@tarojs/components';
import './skeleton.scss';

interface SkeletonProps {
  readonly shape?: 'line' | 'disc';
  /** How much of the line the words will fill, in percent. */
  readonly width?: number;
}

/** Stands where words will stand, as high as they will be, so that nothing jumps when they come. */
export const Skeleton = ({ shape = 'line', width = 100 }: SkeletonProps) => (
  <View
    className={`skeleton skeleton--${shape}`}
    style={shape === 'line' ? { width: `${width}%` } : undefined}
  />
);
