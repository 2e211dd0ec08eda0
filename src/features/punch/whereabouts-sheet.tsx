import { Text, View } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import type { Position } from '@/phone/location';
import { Sheet } from '@/ui/sheet';
import { metersText } from '@/wording/lengths';
import { SiteMap } from './site-map';
import './whereabouts-sheet.scss';

interface WhereaboutsSheetProps {
  readonly places: TodayView['places'];
  readonly position: Position | null;
  readonly onClose: () => void;
}

/** The places of the day's rule on a small map, and by name. */
export const WhereaboutsSheet = ({ places, position, onClose }: WhereaboutsSheetProps) => (
  <Sheet id="map-sheet" title="打卡范围" onClose={onClose}>
    <SiteMap places={places} position={position} />
    {places.map(({ id, name, radiusMeters, wifi }) => (
      <View key={id} className="place-row">
        <Text>{wifi === undefined ? name : `${name} · Wi-Fi ${wifi.join('、')}`}</Text>
        <Text className="place-row__radius">
          {radiusMeters === null ? '不限范围' : `半径 ${metersText(radiusMeters)}`}
        </Text>
      </View>
    ))}
  </Sheet>
);
