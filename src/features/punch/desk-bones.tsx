import { View } from '@tarojs/components';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { DayHeader } from './day-header';
import './punch-desk.scss';

/** The day before its first answer, as high as it will be. */
export const DeskBones = () => (
  <View id="punch-loading" className="desk">
    <DayHeader view={null} />
    <View className="desk__columns">
      <Panel>
        <Skeleton shape="disc" />
        <View className="desk__bones">
          <Skeleton width={50} />
        </View>
        <Skeleton width={80} />
        <Skeleton width={50} />
      </Panel>
      <Panel>
        {[30, 60, 50, 60, 50].map((width, place) => (
          <Skeleton key={place} width={width} />
        ))}
      </Panel>
    </View>
  </View>
);
