import { Text, View } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { metersText } from '@/wording/lengths';
import type { PositionFinder } from './use-position';
import './whereabouts-line.scss';

interface WhereaboutsLineProps {
  readonly whereabouts: TodayView['whereabouts'];
  readonly position: PositionFinder;
  /** null when there is no place to show on a map. */
  readonly onMap: (() => void) | null;
  readonly onLocateAgain: () => void;
}

/** Where the server thinks the person is: place, distance, accuracy; a tap shows it on a map. */
export function WhereaboutsLine({ whereabouts, position, onMap, onLocateAgain }: WhereaboutsLineProps) {
  const { placeName, facts } = whereaboutsWords(whereabouts, position);
  return (
    <View className="whereabouts">
      <View id="whereabouts" className="whereabouts__place" onClick={onMap ?? undefined}>
        <View className="whereabouts__icon">
          <Icon name="place" />
        </View>
        <View className="whereabouts__words">
          <Text className="whereabouts__name">{placeName}</Text>
          {facts !== '' && <Text className="whereabouts__facts">{facts}</Text>}
        </View>
      </View>
      <Button id="locate-again" look="text" asleep={position.looking} onTap={onLocateAgain}>
        <View className="whereabouts__refresh">
          <Icon name="refresh" />
          <Text>{position.looking ? '定位中' : '刷新'}</Text>
        </View>
      </Button>
    </View>
  );
}

function whereaboutsWords(
  { state, placeName, distanceMeters, accuracyMeters }: TodayView['whereabouts'],
  { state: found, looking }: PositionFinder,
): { placeName: string; facts: string } {
  const facts = [
    distanceMeters === null ? '' : `距离 ${metersText(distanceMeters)}`,
    accuracyMeters === null ? '' : `精度 ±${metersText(accuracyMeters)}`,
  ]
    .filter(Boolean)
    .join(' · ');
  switch (state) {
    case 'inside':
      return { placeName: `已在打卡范围内 · ${placeName ?? ''}`.replace(/ · $/, ''), facts };
    case 'outside':
    case 'inaccurate':
      return { placeName: placeName ?? '打卡地点', facts };
    case 'anywhere':
      return { placeName: '任何地点都可以打卡', facts };
    case 'unknown':
      return { placeName: looking ? '正在定位…' : UNKNOWN_WORDS[found.kind], facts: '' };
  }
}

const UNKNOWN_WORDS: { readonly [Kind in PositionFinder['state']['kind']]: string } = {
  unknown: '还没有定位',
  unasked: '还没有定位',
  refused: '没有定位权限',
  failed: '没有找到位置，请检查手机的定位服务',
  found: '还没有定位',
};
