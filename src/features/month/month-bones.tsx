import { View } from '@tarojs/components';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import './month-desk.scss';

/** The month before its first answer, as high as it will be. */
export const MonthBones = () => (
  <View id="month-loading" className="month">
    <View className="month__bar month__bar--bones">
      <Skeleton width={40} />
    </View>
    <Panel>
      {[90, 70, 90, 70].map((width, line) => (
        <Skeleton key={line} width={width} />
      ))}
    </Panel>
    <Panel>
      {Array.from({ length: 6 }, (_, week) => (
        <View key={week} className="month__week">
          <Skeleton />
          <Skeleton width={60} />
        </View>
      ))}
    </Panel>
  </View>
);
