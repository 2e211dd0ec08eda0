import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import type { PositionState } from './use-position';
import './location-why.scss';

interface LocationWhyProps {
  readonly state: PositionState['kind'];
  /** Lets the system ask, or leads to the settings. */
  readonly onGoOn: () => void;
}

/** Says why the position is needed before the system asks, and leads back from a refusal. */
export function LocationWhy({ state, onGoOn }: LocationWhyProps) {
  if (state === 'unasked')
    return (
      <View id="location-why" className="location-why">
        <Text className="location-why__title">打卡要用到位置</Text>
        <Text className="location-why__text">
          只用来判断你在不在打卡范围内：打开这个页面和打卡时各看一次，不在后台记录。地点设了 Wi-Fi
          时，也会看一眼现在连着哪个。打卡时一并记下手机型号和一个随机编号。
        </Text>
        <Button id="allow-location" look="primary" onTap={onGoOn}>
          开启定位
        </Button>
      </View>
    );
  if (state === 'refused')
    return (
      <View id="location-refused" className="location-why">
        <Text className="location-why__title">定位权限没有打开</Text>
        <Text className="location-why__text">
          在设置里允许“位置信息”后回到这里，就能打卡。已有的打卡记录不受影响。
        </Text>
        <Button id="recover-location" look="primary" onTap={onGoOn}>
          去打开
        </Button>
      </View>
    );
  return null;
}
