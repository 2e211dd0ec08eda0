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
  const { name, inside, facts } = whereaboutsWords(whereabouts, position);
  return (
    <View className="whereabouts">
      <View id="whereabouts" className="whereabouts__place" onClick={onMap ?? undefined}>
        <View className="whereabouts__icon">
          <Icon name="place" />
        </View>
        <View className="whereabouts__words">
          <View className="whereabouts__line">
            <Text className="whereabouts__name">{name}</Text>
            {inside && <Text className="whereabouts__inside">在打卡范围内</Text>}
          </View>
          <View className="whereabouts__line whereabouts__line--facts">
            {facts.map((fact) => (
              <Text key={fact} className="whereabouts__fact">
                {fact}
              </Text>
            ))}
          </View>
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

interface Words {
  readonly name: string;
  readonly inside: boolean;
  readonly facts: readonly string[];
}

function whereaboutsWords(
  { state, placeName, distanceMeters, accuracyMeters }: TodayView['whereabouts'],
  { state: found, looking }: PositionFinder,
): Words {
  const facts = [
    distanceMeters === null ? '' : `距离 ${metersText(distanceMeters)}`,
    accuracyMeters === null ? '' : `精度 ±${metersText(accuracyMeters)}`,
  ].filter(Boolean);
  if (state === 'unknown')
    return { name: looking ? '正在定位…' : UNKNOWN_WORDS[found.kind], inside: false, facts: [] };
  if (state === 'anywhere') return { name: '任何地点都可以打卡', inside: false, facts };
  return { name: placeName ?? '打卡地点', inside: state === 'inside', facts };
}

const UNKNOWN_WORDS: { readonly [Kind in PositionFinder['state']['kind']]: string } = {
  unknown: '还没有定位',
  unasked: '还没有定位',
  refused: '没有定位权限',
  failed: '没有找到位置，请检查手机的定位服务',
  found: '还没有定位',
};
